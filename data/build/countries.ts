import { readFileSync } from 'node:fs';
import { unlike } from './names';
import type { ProvinceRow } from './provinces';

export interface CountryRow {
  id: string;
  geonamesId: number | null;
  name: string;
  ar: string;
  population: number;
  lat: number;
  lon: number;
  names: string[];
}

const LANGUAGES = ['en', 'ar', 'fr', 'es', 'pt', 'it', 'de', 'nl', 'tr', 'ru', 'uk', 'fa', 'ur', 'he', 'id', 'pl', 'zh', 'ja'];

/** The mean of its units, not of what is made of them: a representative point, which no map draws. */
function point(provinces: ProvinceRow[], fallback: ProvinceRow[]): { lat: number; lon: number } | null {
  const rows = provinces.length > 0 ? provinces : fallback;
  if (rows.length === 0) return null;
  const mean = (key: 'lat' | 'lon') => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  return { lat: Number(mean('lat').toFixed(1)), lon: Number(mean('lon').toFixed(1)) };
}

/** `ids`: a hand-written list `iso2 <tab> GeoNames id <tab> lat <tab> lon`, the last two where the mean would mislead. */
export function countriesOf(idsPath: string, provinces: ProvinceRow[], population: Map<string, number>): CountryRow[] {
  const namesIn = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  const rows: CountryRow[] = [];
  for (const line of readFileSync(idsPath, 'utf8').split('\n')) {
    const [id, geonamesId, lat, lon] = line.split('\t');
    if (!id || id.startsWith('#')) continue;
    const own = provinces.filter((row) => row.code.slice(0, 2) === id);
    const at = lat && lon ? { lat: Number(lat), lon: Number(lon) } : point(own.filter((row) => row.id !== row.code), own);
    const names = unlike(namesIn.map((display) => display.of(id) ?? '').filter((name) => name !== ''));
    const [name = id, ar = ''] = namesIn.map((display) => display.of(id) ?? '');
    if (!at) throw new Error(`${idsPath}: no point for ${id}: give it one`);
    const people = [...population].reduce((sum, [code, count]) => (code.startsWith(`${id}.`) ? sum + count : sum), 0);
    rows.push({ id, geonamesId: geonamesId ? Number(geonamesId) : null, name, ar, population: people, ...at, names: names.filter((other) => other !== name && other !== ar) });
  }
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}
