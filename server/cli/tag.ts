import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Readable, Writable } from 'node:stream';
import type { Tags } from '../../lib/entry';
import { loadLanguageDetector, type LanguageDetector } from '../tagging/language';
import { loadGazetteer } from '../tagging/places/gazetteer';
import type { Span, SpanPlace } from '../tagging/places/spans';
import { createSpanResolver, createTagger, type SpanResolver, type Tagger } from '../tagging/tagger';
import { loadTaxonomy } from '../tagging/topics/taxonomy';
import { explain } from './explain';

const HELP = `usage: npx marsad tag [--explain] [--demonyms] [--spans] < articles.jsonl

Reads one article a line from standard input and writes its tags, one JSON line each, in the same order.

  in   {"id": "1", "title": "...", "text": "...", "lang": "ar"}
       id is a text or a number; title and text: at least one of them; lang is detected where it isn't given
  out  {"id", "lang",
        "places": [{"id", "geonamesId", "name", "kind", "country", "admin1": {"code", "name"} or null, "lat", "lon", "role", "score",
                    "mentions": [{"field", "start", "end", "phrase", "form", "role", "cue": {"start", "end", "phrase", "rule"}}],
                    "alternatives": [{"id", "name", "country", "kind", "score"}]}],
        "focusCountries": ["SY", ...],
        "topics": [{"id", "iptc", "label", "score", "evidence": [{"field", "start", "end", "phrase", "rule"}]}]}

Offsets are UTF-16 units in title or text as given, without glued proclitics. Kinds: city, admin1, admin2, country, region,
water, site, district. Roles: about, venue, actor, dateline, mentioned; a mention
has a role where something marks it, and a cue where words of its field do. lat and lon is a representative point of any kind.
Alternatives are the other places that the name may have meant, best first.

  --explain   writes for people instead: each tag with the words around its evidence and the rule that fired
  --demonyms  lists demonyms too, as mentions of their country ("form": "demonym")
  --spans     each line also brings "spans": [{"start", "end"}], UTF-16 units in text, and its answer has "spans":
              [{"start", "end", "id", "name", "country", "lat", "lon", "score"} or null] in the same order: resolution alone
  --help      this

A line that can't be read is named on standard error with its number; the rest goes on, and the exit code is 1.
`;

export interface TagOptions {
  explain: boolean;
  demonyms: boolean;
  spans: boolean;
}

interface TagLine {
  id: string | number;
  title: string;
  text: string;
  lang: string | null;
  spans: Span[];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const optional = (value: unknown) => value === undefined || value === null || isText(value);

/** @throws saying what is wrong with them */
function parseSpans(value: unknown, text: string): Span[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error('"spans" must be a list');
  return value.map((span: unknown, i) => {
    const { start, end } = (typeof span === 'object' && span !== null ? span : {}) as Partial<Record<keyof Span, unknown>>;
    const whole = Number.isInteger(start) && Number.isInteger(end);
    if (!whole || Number(start) < 0 || Number(end) <= Number(start) || Number(end) > text.length) {
      throw new Error(`span ${i + 1} must have whole numbers start < end within the text's ${text.length} units`);
    }
    return { start: Number(start), end: Number(end) };
  });
}

/** @throws saying what is wrong with the line */
export function parseTagLine(line: string): TagLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`no JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('a JSON object is needed');
  const { id, title, text, lang, spans } = value as Record<string, unknown>;
  if (!isText(id) && typeof id !== 'number') throw new Error('"id" must be a text or a number');
  for (const [name, field] of Object.entries({ title, text, lang })) if (!optional(field)) throw new Error(`"${name}" must be a text`);
  if (!isText(title) && !isText(text)) throw new Error('neither "title" nor "text"');
  return { id, title: isText(title) ? title : '', text: isText(text) ? text : '', lang: isText(lang) ? lang : null, spans: parseSpans(spans, isText(text) ? text : '') };
}

/** The tags as the command writes them. */
export function tagRecord(id: string | number, lang: string | null, tags: Tags): object {
  return {
    id,
    lang,
    places: tags.places.map(({ place, role, score, mentions, alternatives }) => ({
      id: place.id, geonamesId: place.geonamesId, name: place.name.en, kind: place.kind, country: place.country, admin1: place.admin1,
      lat: place.lat, lon: place.lon, role, score, mentions,
      alternatives: alternatives.map((one) => ({ ...one, name: one.name.en })),
    })),
    focusCountries: tags.focusCountries,
    topics: tags.topics.map(({ topic, score, evidence }) => ({ id: topic.id, iptc: topic.iptc, label: topic.label.en, score, evidence })),
  };
}

interface Reader {
  tag: Tagger;
  resolve: SpanResolver;
  detect: LanguageDetector;
}

function spanRecords(spans: readonly Span[], places: readonly (SpanPlace | null)[]): (object | null)[] {
  return spans.map((span, i) => {
    const found = places[i];
    if (!found) return null;
    const { place: { id, name, country, lat, lon }, score } = found;
    return { ...span, id, name: name.en, country, lat, lon, score };
  });
}

function answer(line: string, { tag, resolve, detect }: Reader, options: TagOptions): string {
  const { id, title, text, lang: given, spans } = parseTagLine(line);
  const lang = given ?? detect(`${title}\n${text}`).lang;
  const tags = tag({ title, text, lang, demonyms: options.demonyms });
  if (options.explain) return explain({ id, title, text, lang }, tags);
  const resolved = options.spans ? { spans: spanRecords(spans, resolve({ title, text }, spans)) } : {};
  return JSON.stringify({ ...tagRecord(id, lang, tags), ...resolved });
}

/** Writes, and waits where the reader is slower. */
async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise<void>((done) => stream.once('drain', done));
}

/** Tags every line of `stdin`. Answers 0, or 1 where a line could not be read. */
export async function runTag(options: TagOptions, stdin: Readable, stdout: Writable, stderr: Writable): Promise<number> {
  const gazetteer = loadGazetteer();
  const reader: Reader = { tag: createTagger(gazetteer, loadTaxonomy()), resolve: createSpanResolver(gazetteer), detect: await loadLanguageDetector() };
  let code = 0;
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      await write(stdout, `${answer(line, reader, options)}\n`);
    } catch (error) {
      code = 1;
      await write(stderr, `tag: line ${number}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return code;
}

/** `npx marsad tag`. Answers the exit code: 2 for options that there are none of. */
export async function main(argv: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { explain: { type: 'boolean' }, demonyms: { type: 'boolean' }, spans: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    if (positionals.length > 0) throw new Error(`it reads standard input: npx marsad tag < ${positionals.join(' ')}`);
    const { explain: forPeople = false, demonyms = false, spans = false } = values;
    return await runTag({ explain: forPeople, demonyms, spans }, process.stdin, process.stdout, process.stderr);
  } catch (error) {
    process.stderr.write(`tag: ${error instanceof Error ? error.message : String(error)}\ntry: npx marsad tag --help\n`);
    return 2;
  }
}
