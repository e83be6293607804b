import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { PlaceTag } from '../../../lib/place';
import type { SpanResolver, Tagger } from '../../../server/tagging/tagger';

/** A row of a set's gold, as far as predictions need it. */
export interface GoldRow {
  id: string;
  lang?: string;
  title?: string;
  text?: string;
  topic?: string;
  eventLocation?: string;
  toponyms?: { start: number; end: number; type?: string; country?: string; lat?: number; lon?: number }[];
}

/** From the package's fixed table: IPTC top level -> the set's label; rows labelled with one of `out` are not scored. */
export interface TopicMapping {
  out: readonly string[];
  map: Readonly<Record<string, string>>;
}

export async function readGold(file: string): Promise<GoldRow[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as GoldRow);
}

/** Offsets of a text in code points, as gold counts them, from UTF-16 units. */
export function codePointsOf(text: string): (units: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (units) => units;
  const points = new Uint32Array(text.length + 1);
  for (let i = 0, n = 0; i < text.length; i += 1) {
    points[i] = n;
    const paired = text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) <= 0xdbff;
    if (!paired) n += 1;
    points[i + 1] = n;
  }
  return (units) => points[units] ?? units;
}

/** The other way. */
export function unitsOf(text: string): (points: number) => number {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i += String.fromCodePoint(text.codePointAt(i) ?? 0).length) starts.push(i);
  starts.push(text.length);
  return (points) => starts[points] ?? text.length;
}

const toponymsOf = (places: readonly PlaceTag[], points: (units: number) => number) => places.flatMap(({ place, mentions }) =>
  mentions.filter(({ field }) => field === 'text').map(({ start, end }) => ({
    start: points(start), end: points(end), lat: place.lat, lon: place.lon, country: place.country, geonamesId: place.geonamesId,
  })));

/** Spans in the text alone: in these sets the text holds the title. */
export function predictToponyms(tag: Tagger, row: GoldRow, demonyms: boolean): object {
  const text = row.text ?? '';
  return { id: row.id, toponyms: toponymsOf(tag({ title: '', text, lang: row.lang ?? null, demonyms }).places, codePointsOf(text)) };
}

export function predictCountries(tag: Tagger, row: GoldRow): object {
  return { id: row.id, countries: tag({ title: row.title ?? '', text: row.text ?? '', lang: row.lang ?? null }).focusCountries };
}

export function predictTopic(tag: Tagger, row: GoldRow, { map }: TopicMapping): object {
  const [best] = tag({ title: row.title ?? '', text: row.text ?? '', lang: row.lang ?? null }).topics;
  return { id: row.id, topic: best?.topic.iptc ? (map[best.topic.iptc.slice('medtop:'.length).slice(0, 2)] ?? null) : null };
}

/** The set's names of Syria's governorates by their codes. It has no Rif Dimashq: what happens there lies under Damascus. */
const GOVERNORATES: Readonly<Record<string, readonly string[]>> = {
  'hasakeh': ['01'], 'lattakia': ['02'], 'quneitra': ['03'], 'raqqa': ['04'], 'sweida': ['05'], 'daraa': ['06'], 'deir ezzor': ['07'],
  'aleppo': ['09'], 'hama': ['10'], 'homs': ['11'], 'idlib': ['12'], 'damascus': ['13', '08'], 'tartous': ['14'],
};

/** Which of Syria's governorates the article is about, and whether the right one is among them. */
export function predictGovernorates(tag: Tagger, row: GoldRow): { about: string[]; right: boolean } {
  const { places } = tag({ title: row.title ?? '', text: row.text ?? '', lang: row.lang ?? null });
  const codes = places.filter(({ role, place }) => role === 'about' && place.country === 'SY').flatMap(({ place }) => place.admin1?.code ?? []);
  const about = [...new Set(codes)];
  const wanted = GOVERNORATES[row.eventLocation ?? ''];
  if (!wanted) throw new Error(`no such governorate: ${row.eventLocation ?? 'none'}`);
  return { about, right: wanted.some((code) => about.includes(code)) };
}

export interface SpanScore {
  countries: { right: number; of: number };
  points: { right: number; of: number };
}

const EARTH_KM = 6371;
const NEAR_KM = 161;

function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Spans given, their places asked for: countries by code, provinces and towns by distance. What is not found counts as wrong. */
export function scoreSpans(resolve: SpanResolver, rows: readonly GoldRow[], onMiss: (row: GoldRow, phrase: string, got: string) => void): SpanScore {
  const score: SpanScore = { countries: { right: 0, of: 0 }, points: { right: 0, of: 0 } };
  for (const row of rows) {
    const text = row.text ?? '';
    const units = unitsOf(text);
    const asked = (row.toponyms ?? []).filter(({ type }) => type === 'Country' || type === 'Province' || type === 'City/town');
    const spans = asked.map(({ start, end }) => ({ start: units(start), end: units(end) }));
    const answers = resolve({ title: '', text }, spans);
    asked.forEach((gold, i) => {
      const got = answers[i]?.place ?? null;
      const part = gold.type === 'Country' ? score.countries : score.points;
      const right = got !== null && (gold.type === 'Country' ? got.country === gold.country : distanceKm(got, { lat: gold.lat ?? 0, lon: gold.lon ?? 0 }) <= NEAR_KM);
      part.of += 1;
      if (right) part.right += 1;
      else onMiss(row, text.slice(spans[i]?.start, spans[i]?.end), got ? `${got.name.en} (${got.kind} ${got.country})` : '–');
    });
  }
  return score;
}
