import { parseArgs } from 'node:util';
import type { Writable } from 'node:stream';
import type { Candidate } from '../tagging/places/candidate';
import { loadGazetteer, type Gazetteer } from '../tagging/places/gazetteer';
import { keyOf } from '../tagging/places/name-index';
import { nearNames } from './near-names';

const HELP = `usage: npx marsad places [--json] NAME

Looks a name up in the gazetteer, as the tagger would: whatever the vowel signs, the hamza, the capitals, the accents.
Quotes are not needed: npx marsad places دير الزور

It says of every place of that name, the most prominent first: its names in Arabic and English, kind, province, country and regions,
population, where it lies, its ids, and which file of data/ has the name ("derived": made by rule from the romanised name).

  --json   writes a JSON list instead: [{"id", "geonamesId", "name": {"en", "ar"}, "kind", "feature", "country", "admin1", "within",
           "population", "capital", "prominence", "lat", "lon", "match", "file"}]; match is main, alias or derived
  --help   this

Exit code: 0 if there is such a place, 1 if none is called so (names close to it are on standard error), 2 if the command was wrong.
`;

const MOST_NEAR = 5;

export interface PlacesOptions {
  json: boolean;
}

const lines = (...all: (string | false)[]) => all.filter((line) => line !== false).join('\n');
const both = ({ place: { name } }: Candidate) => (name.ar ? `${name.ar} / ${name.en}` : name.en);

function record({ place, population, feature, capital, prominence, name, file }: Candidate): object {
  const { id, geonamesId, kind, country, admin1, within, lat, lon } = place;
  return {
    id, geonamesId, name: place.name, kind, feature, country, admin1, within, population, capital, prominence: Number(prominence.toFixed(2)),
    lat, lon, match: name, file: `data/${file}`,
  };
}

function paragraph(candidate: Candidate, gazetteer: Gazetteer): string {
  const { place, population, feature, capital, name, file } = candidate;
  const within = place.within.map((id) => gazetteer.place(id)?.name.en ?? id);
  return lines(
    both(candidate),
    `  ${place.kind}${feature === '' ? '' : ` (${feature}${capital ? ', a capital' : ''})`}${within.length > 0 ? ` in ${within.join(', ')}` : ''}`,
    `  ${place.lat}, ${place.lon}${population > 0 ? `; ${population.toLocaleString('en')} people${feature === '' ? ' in its towns' : ''}` : ''}`,
    `  id ${place.id}${place.geonamesId === null ? '' : `, GeoNames ${place.geonamesId}`}; ${name} name, data/${file}`,
  );
}

const SILENT = [['never', 'is never read as a place'], ['strict', 'is read as a place only behind a word of its kind'], ['soft', 'is read as a place only where a word before it says so']] as const;

/** What the tagger does with the name but to look it up. */
function remarks(key: string, { notPlaces, demonyms, place }: Gazetteer): string[] {
  const silent = SILENT.filter(([kind]) => notPlaces[kind].has(key)).map(([, what]) => `${key} ${what} (data/hand/not-places.tsv)`);
  const peoples = demonyms.get(key).map((country) => `${key} is said of ${place(country)?.name.en ?? country} (data/hand/demonyms.tsv)`);
  return [...silent, ...peoples];
}

/** The most prominent place of each near name, the best few. */
function nearest(key: string, { names }: Gazetteer): string[] {
  const best = nearNames(key).flatMap((near) => [...names.get(near)].sort((a, b) => b.prominence - a.prominence).slice(0, 1).map((found) => ({ near, found })));
  const once = [...new Map(best.map((one) => [one.found.place.id, one])).values()];
  return once.sort((a, b) => b.found.prominence - a.found.prominence).slice(0, MOST_NEAR).map(({ near, found }) => `${near} (${both(found)}, ${found.place.kind}${found.place.country ? `, ${found.place.country}` : ''})`);
}

/** Looks `name` up. Answers the exit code. */
export function runPlaces(name: string, { json }: PlacesOptions, gazetteer: Gazetteer, stdout: Writable, stderr: Writable): number {
  const key = keyOf(name);
  const found = [...gazetteer.names.get(key)].sort((a, b) => b.prominence - a.prominence);
  if (json) stdout.write(`${JSON.stringify(found.map(record), null, 2)}\n`);
  else if (found.length > 0) stdout.write(`${found.map((one) => paragraph(one, gazetteer)).join('\n\n')}\n`);
  for (const remark of remarks(key, gazetteer)) stderr.write(`${remark}\n`);
  if (found.length > 0) return 0;
  const near = nearest(key, gazetteer);
  stderr.write(`places: no place is called "${name}"${near.length > 0 ? `; close to it: ${near.join('; ')}` : ''}\n`);
  return 1;
}

/** `npx marsad places`. Answers the exit code: 2 for options that there are none of. */
export async function main(argv: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    const name = positionals.join(' ');
    if (keyOf(name) === '') throw new Error('which name? npx marsad places ادلب');
    return runPlaces(name, { json: values.json }, loadGazetteer(), process.stdout, process.stderr);
  } catch (error) {
    process.stderr.write(`places: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}
