import path from 'node:path';
import { articleKeysOf } from '../../../lib/article-keys';
import { keyName } from '../../../lib/key';
import type { StreamRecord } from '../../../server/replay/record';
import { readStream } from '../../../server/replay/read-stream';
import { createTagger } from '../../../server/tagging/tagger';
import { loadGazetteer } from '../../../server/tagging/places/gazetteer';
import { loadTaxonomy } from '../../../server/tagging/topics/taxonomy';
import { createPairSearch, withPairs } from '../../../server/trends/backtest/pairs';
import { backtest, createReplay, type ReplayEvent, type Row as Article } from '../../../server/trends/backtest/replay';
import { spikesOf } from '../../../server/trends/backtest/report';
import { HOUR_MS } from '../../../server/trends/spikes/history';
import type { Spike } from '../../../server/trends/spikes/spike';
import { seeded } from '../../support/random';
import { missingData } from '../data';
import type { Row, Table } from '../figures';
import type { PartContext } from '../suite';

const STREAM = 'cluster/saudinews_stream_ar.jsonl.gz';
const TITLE = 'A recorded stream: coverage that rises and falls as a whole';
const DAY_MS = 24 * HOUR_MS;
const PAST_DAYS = 28;
const MINUTE_MS = 60_000;

interface Recorded extends Article {
  title: string;
}

/** The recording as the database would have it: each article under what the project's own tagger finds. */
async function recordedRows(file: string): Promise<Recorded[]> {
  const { records } = await readStream(file, Infinity, (line, problem) => { throw new Error(`line ${line}: ${problem}`); });
  const gazetteer = loadGazetteer();
  const tag = createTagger(gazetteer, loadTaxonomy());
  const known = new Set(gazetteer.hierarchy.map(({ id }) => keyName('region', id)));
  const sources = [...new Set(records.map(({ source }) => source))];
  const row = ({ title, text, lang, source, extractedAt }: StreamRecord): Recorded => {
    const publisher = sources.indexOf(source) + 1;
    const { keys } = articleKeysOf({ tags: tag({ title, text, lang, feedCountry: 'SA' }), publisherId: publisher, lang });
    return { at: extractedAt.getTime(), publisher, late: false, title, series: keys.filter((key) => key.startsWith('topic:') || known.has(key)) };
  };
  return records.map(row).sort((a, b) => a.at - b.at);
}

/** Runs rows through the detector as it is shipped, pairs included. */
async function spikesIn(rows: readonly Article[], from: number): Promise<{ spikes: Spike[]; warmMinutes: number }> {
  const pairs = createPairSearch();
  rows.forEach(pairs.take);
  const heard = new Set(rows.map(({ at }) => Math.floor(at / HOUR_MS)));
  const replay = createReplay({ thresholds: [null], everyMinutes: 1, isGap: (hour) => !heard.has(hour), from });
  const events: ReplayEvent[] = [];
  for await (const event of backtest([rows.map((row) => withPairs(row, pairs.found))], replay, (rows.at(-1)?.at ?? 0) + HOUR_MS)) events.push(event);
  return { spikes: spikesOf(events, 0), warmMinutes: replay.warmMinutes() };
}

/** The same times, each with an article of the recording drawn by chance: coverage comes and goes as recorded, nothing happens. */
function drawn(rows: readonly Recorded[], random: () => number): Recorded[] {
  return rows.map(({ at }) => ({ ...(rows[Math.floor(random() * rows.length)] as Recorded), at }));
}

/** Four weeks of the same bursts of coverage, of articles drawn by chance from all of the recording: what its series are like, and no events. */
function past(rows: readonly Recorded[], random: () => number): Recorded[] {
  const days = Math.ceil(((rows.at(-1)?.at ?? 0) - (rows[0]?.at ?? 0)) / DAY_MS);
  const from = (rows[0]?.at ?? 0) - PAST_DAYS * DAY_MS;
  return Array.from({ length: Math.ceil(PAST_DAYS / days) }, (_, n) => drawn(rows, random).map((row) => ({ ...row, at: row.at - (n + 1) * days * DAY_MS })))
    .reverse().flat().filter(({ at }) => at >= from);
}

const when = (at: number) => new Date(at).toISOString().slice(5, 16).replace('T', ' ');

function spikeLine({ series, startedAt, windowMinutes, observed, expected, surprise, publishers, foundAt }: Spike, rows: readonly Recorded[]): string {
  const names = series.split(' ');
  const own = rows.filter((row) => row.at > foundAt - windowMinutes * MINUTE_MS && row.at <= foundAt && names.every((name) => row.series.includes(name)));
  const titles = own.slice(0, 4).map(({ title }) => `«${title.trim().slice(0, 70)}»`).join(' ');
  return `- ${series}, since ${when(startedAt)}: ${observed} in ${windowMinutes} minutes, expected ${expected.toFixed(1)}, 10^-${surprise.toFixed(1)}, ${publishers} publishers. ${titles}`;
}

/** How far coverage swings: the most and the median of its hours. */
function swing(rows: readonly Recorded[]): string {
  const hours = new Map<number, number>();
  for (const { at } of rows) hours.set(Math.floor(at / HOUR_MS), (hours.get(Math.floor(at / HOUR_MS)) ?? 0) + 1);
  const first = Math.floor((rows[0]?.at ?? 0) / HOUR_MS);
  const all = Array.from({ length: Math.floor((rows.at(-1)?.at ?? 0) / HOUR_MS) - first + 1 }, (_, n) => hours.get(first + n) ?? 0).sort((a, b) => a - b);
  return `${rows.length} articles in ${all.length} hours, from ${all[0] ?? 0} to ${all.at(-1) ?? 0} an hour, the middle one ${all[all.length >> 1] ?? 0}, ${all.filter((count) => count === 0).length} without any`;
}

const SEEDS = [1, 2, 3];

/** The recorded stream of a crawler, which comes in bursts: whether that makes spikes. */
export async function measureRecorded({ data, say }: PartContext): Promise<Table[]> {
  const missing = missingData(TITLE, data, STREAM);
  if (missing) return missing;
  say('  tagging the recorded articles …');
  const rows = await recordedRows(path.join(data, STREAM));
  const from = rows[0]?.at ?? 0;
  const minutes = ((rows.at(-1)?.at ?? 0) - from) / MINUTE_MS;
  const alone = await spikesIn(rows, from);
  const behind = await spikesIn([...past(rows, seeded(11)), ...rows], from);
  const shuffled: Spike[] = [];
  for (const seed of SEEDS) shuffled.push(...(await spikesIn([...past(rows, seeded(seed)), ...drawn(rows, seeded(100 + seed))], from)).spikes);
  const table: Row[] = [
    { what: 'the recording by itself', figure: `${alone.spikes.length} spikes; not enough history for ${Math.round(100 - (100 * Math.min(alone.warmMinutes, minutes)) / minutes)} % of it`, aim: '', how: swing(rows) },
    { what: 'its times, with its articles drawn by chance', figure: `${(shuffled.length / SEEDS.length).toFixed(1)} spikes in four days`, aim: 'none', how: `${SEEDS.length} draws, ${PAST_DAYS} days drawn the same way in front: coverage alone comes and goes, all else is chance` },
    { what: `the recording, ${PAST_DAYS} made days in front`, figure: `${behind.spikes.length} spikes`, aim: 'only what happened', how: 'the days in front: the same bursts, articles drawn by chance from all of the recording' },
  ];
  return [{ title: TITLE, rows: table, notes: [
    'Spikes of the recording by itself:', alone.spikes.map((spike) => spikeLine(spike, rows)).join('\n') || 'none',
    'Spikes of the recording behind made days:', behind.spikes.map((spike) => spikeLine(spike, rows)).join('\n') || 'none',
    'Spikes of articles drawn by chance:', shuffled.map((spike) => spikeLine(spike, [])).join('\n') || 'none',
  ] }];
}
