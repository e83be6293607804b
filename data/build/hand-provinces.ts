/**
 * Gives towns, quarters and sites of data/hand/places.tsv that name no province theirs, where the towns around leave no doubt:
 *
 *   npx tsx data/build/hand-provinces.ts
 *
 * What a person wrote in that column stays.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Town {
  code: string;
  lat: number;
  lon: number;
}

const file = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const linesOf = (name: string) => readFileSync(file(name), 'utf8').split('\n');

const KINDS = new Set(['city', 'district', 'site']);
/** Points by hand are good to a tenth of a degree: near a border the towns around disagree. */
const AROUND = 5;
const FAR_DEGREES = 0.5;
const CODE = 8;

const towns = new Map<string, Town[]>();
for (const line of linesOf('gazetteer/cities.tsv')) {
  const [, , , country = '', admin1 = '', , , lat, lon] = line.split('\t');
  if (line.startsWith('#') || admin1 === '' || admin1 === '00') continue;
  const own = towns.get(country);
  const town = { code: `${country}.${admin1}`, lat: Number(lat), lon: Number(lon) };
  if (own) own.push(town);
  else towns.set(country, [town]);
}

/** The one province of the nearest towns, or ''. */
function provinceAt(country: string, lat: number, lon: number): string {
  const narrow = Math.cos((lat * Math.PI) / 180);
  const near = (towns.get(country) ?? [])
    .map((town) => ({ code: town.code, far: Math.hypot(town.lat - lat, (town.lon - lon) * narrow) }))
    .filter(({ far }) => far <= FAR_DEGREES)
    .sort((a, b) => a.far - b.far)
    .slice(0, AROUND);
  const codes = new Set(near.map(({ code }) => code));
  const [only = ''] = codes;
  return codes.size === 1 && near.length >= 2 ? only : '';
}

let given = 0;
const rows = linesOf('hand/places.tsv').map((line) => {
  const cells = line.split('\t');
  const [, kind = '', country = '', lat, lon] = cells;
  if (line.startsWith('#') || !KINDS.has(kind) || country === '' || cells[CODE]) return line;
  const code = provinceAt(country, Number(lat), Number(lon));
  if (code === '') return line;
  given += 1;
  return [...cells, ...Array.from({ length: Math.max(0, CODE - cells.length) }, () => '')].slice(0, CODE).concat(code).join('\t');
});
writeFileSync(file('hand/places.tsv'), rows.join('\n'));
console.log(`${given} rows of data/hand/places.tsv got their province`);
