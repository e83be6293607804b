import { describe, expect, it } from 'vitest';
import { PLACE_KINDS } from '../../../lib/place';
import { readData } from '../../../server/tagging/tables';
import { regionRows } from '../../../server/tagging/places/rows';

interface Line {
  /** data/FILE:LINE, as an editor opens it */
  where: string;
  cells: string[];
}

function linesOf(file: string): Line[] {
  return readData(file).split('\n').flatMap((line, i) => (line === '' || line.startsWith('#') ? [] : [{ where: `data/${file}:${i + 1}`, cells: line.split('\t') }]));
}

interface Row {
  where: string;
  id: string;
  kind: string;
  /** `SY`, or '' for what lies in several countries or none */
  country: string;
  /** `SY.12`, `SY.` or '' */
  code: string;
  unit: string;
  lat: number;
  lon: number;
  names: string[];
}

const number = (cell: string | undefined) => (cell === undefined || cell.trim() === '' ? NaN : Number(cell));

const TOWNS: Row[] = linesOf('gazetteer/cities.tsv').map(({ where, cells: [id = '', en = '', , country = '', admin1 = '', , , lat, lon, unit = '', names = ''] }) => ({
  where, id, kind: 'city', country, code: `${country}.${admin1}`, unit, lat: number(lat), lon: number(lon), names: [en, ...names.split('|')],
}));
const PROVINCES: Row[] = linesOf('gazetteer/provinces.tsv').map(({ where, cells: [id = '', code = '', kind = '', en = '', , , lat, lon] }) => ({
  where, id, kind, country: code.slice(0, 2), code, unit: '', lat: number(lat), lon: number(lon), names: [en],
}));
const COUNTRIES: Row[] = linesOf('gazetteer/countries.tsv').map(({ where, cells: [id = '', , en = '', , , lat, lon] }) => ({
  where, id, kind: 'country', country: id, code: '', unit: '', lat: number(lat), lon: number(lon), names: [en],
}));
const HAND: Row[] = linesOf('hand/places.tsv').map(({ where, cells: [id = '', kind = '', country = '', lat, lon, en = '', ar = '', names = '', code = ''] }) => ({
  where, id, kind, country, code, unit: '', lat: number(lat), lon: number(lon), names: [en, ...(ar === '' ? [] : [ar]), ...names.split('|').slice(names === '' ? 1 : 0)],
}));
const REGIONS = regionRows();

const EVERYTHING = [...COUNTRIES, ...PROVINCES, ...HAND, ...TOWNS];
const countries = new Set(COUNTRIES.map(({ id }) => id));
/** Those that have a row, and those that towns lie in though no source has an outline of them. */
const provinceCodes = new Set([...PROVINCES, ...HAND].filter(({ kind, code }) => kind === 'admin1' && code !== '').concat(TOWNS).map(({ code }) => code));

const EARTH_KM = 6371;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

function km(a: Row, b: Row): number {
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function groups(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const group = grouped.get(key(row));
    if (group) group.push(row);
    else grouped.set(key(row), [row]);
  }
  return grouped;
}

const KM_A_DEGREE = 111;

/** Whether any of the others is as near as that; most are ruled out by their latitude. */
const near = (row: Row, others: readonly Row[], far: number) => others.some((other) => Math.abs(other.lat - row.lat) * KM_A_DEGREE <= far && km(row, other) <= far);

const found = (rows: readonly { where: string }[], why: (row: never) => string) => rows.map((row) => `${row.where}: ${why(row as never)}`);

/** Far from every town of its country is another country's point, or lat and lon swapped; deserts and seas are wide. */
const FAR_KM = { land: 600, wide: 900 };
const WIDE = new Set(['region', 'water', 'admin1', 'admin2', 'site']);

describe('the data files of places: what a row must keep to, by file and line', () => {
  it('ids are each given once', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { id, where } of [...EVERYTHING, ...REGIONS.map(({ id }) => ({ id, where: 'data/regions.json' }))]) {
      const first = seen.get(id);
      if (first !== undefined) twice.push(`${where}: ${id} is at ${first} already`);
      seen.set(id, where);
    }
    expect(twice).toEqual([]);
  });

  it('nothing lacks an id or a name, and no name is empty or has space around it', () => {
    const bad = EVERYTHING.filter(({ id, names }) => id.trim() === '' || names.some((name) => name === '' || name !== name.trim()));
    expect(found(bad, ({ names }: Row) => JSON.stringify(names))).toEqual([]);
  });

  it('an id written by hand is a slug that is no country code, and kinds are kinds', () => {
    const bad = HAND.filter(({ id, kind }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length < 3 || !(PLACE_KINDS as readonly string[]).includes(kind));
    expect(found(bad, ({ id, kind }: Row) => `${id}, ${kind}`)).toEqual([]);
    expect(found(PROVINCES.filter(({ kind }) => !['admin1', 'admin2', 'region'].includes(kind)), ({ kind }: Row) => kind)).toEqual([]);
  });

  it('coordinates are on the globe', () => {
    const bad = EVERYTHING.filter(({ lat, lon }) => !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180) || (lat === 0 && lon === 0));
    expect(found(bad, ({ lat, lon }: Row) => `${lat}, ${lon}`)).toEqual([]);
  });

  it('countries are there, and so are the provinces and units that something lies in', () => {
    const units = new Set(PROVINCES.map(({ id }) => id));
    const bad = [
      ...found(EVERYTHING.filter(({ country }) => country !== '' && !countries.has(country)), ({ country }: Row) => `no country ${country}`),
      ...found(HAND.filter(({ code }) => code !== '' && !provinceCodes.has(code)), ({ code }: Row) => `no province ${code}`),
      ...found(HAND.filter(({ code, country }) => code !== '' && code.slice(0, 3) !== `${country}.`), ({ code, country }: Row) => `${code} is not of ${country || 'no country'}`),
      ...found(TOWNS.filter(({ unit }) => unit !== '' && !units.has(unit)), ({ unit }: Row) => `no unit ${unit}`),
    ];
    expect(bad).toEqual([]);
  });

  it('a region names countries that are there, each once, and has a point and names', () => {
    const bad = REGIONS.flatMap(({ id, countries: own, lat, lon, en, ar }) => [
      ...own.filter((country) => !countries.has(country)).map((country) => `${id}: no country ${country}`),
      ...(new Set(own).size < own.length ? [`${id}: a country twice`] : []),
      ...(en === '' || ar === '' || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180) ? [`${id}: a name or the point`] : []),
    ]);
    expect(bad).toEqual([]);
  });

  it('every country but Antarctica lies in a region', () => {
    const inSome = new Set(REGIONS.flatMap((region) => region.countries));
    expect(found(COUNTRIES.filter(({ id }) => id !== 'AQ' && !inSome.has(id)), ({ id }: Row) => `${id} is in no region`)).toEqual([]);
  });

  it('nothing stands far from every town of its country', () => {
    const towns = groups(TOWNS, ({ country }) => country);
    const bad = [...HAND, ...PROVINCES.filter(({ id }) => id.startsWith('us-'))].filter((row) => {
      const own = towns.get(row.country) ?? [];
      return row.country !== '' && own.length > 0 && !near(row, own, WIDE.has(row.kind) ? FAR_KM.wide : FAR_KM.land);
    });
    expect(found(bad, ({ country, lat, lon }: Row) => `${lat}, ${lon} is far from the towns of ${country}`)).toEqual([]);
  });

  it('towns and quarters written by hand stand near the others of their province', () => {
    const towns = groups(TOWNS, ({ code }) => code);
    const bad = HAND.filter((row) => row.code !== '' && ['city', 'district'].includes(row.kind) && !near(row, towns.get(row.code) ?? [row], FAR_KM.land));
    expect(found(bad, ({ code, lat, lon }: Row) => `${lat}, ${lon} is far from the towns of ${code}`)).toEqual([]);
  });
});
