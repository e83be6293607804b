import { performance } from 'node:perf_hooks';
import type { FilterQuery } from '../../../lib/events';
import { createTrends } from '../../../server/trends-app';
import { seeded } from '../../support/random';
import { ms, quantile, type Row, type Table } from '../figures';
import { END, type History } from './history';

const ROUNDS = 120;
const DAY = 86_400_000;

type Draw = () => FilterQuery;

export const query = (part: Partial<FilterQuery>): FilterQuery => ({ region: [], topic: [], q: '', window: '24h', ...part });

/** Filters as readers choose them: what articles are about, so the frequent more often, and now and then one that hardly any article meets. */
export function drawsFrom({ world, total }: History) {
  const random = seeded(7);
  const some = () => world.article(Math.floor(total * (0.8 + 0.2 * random())));
  const region = () => {
    const { places: [tag] } = some();
    const place = tag?.place;
    const all = place ? [place.id, ...place.within] : ['AA'];
    return all[Math.floor(random() * all.length)] as string;
  };
  const topic = () => some().topics[0]?.topic.id ?? 'topic-0';
  const publisher = () => String(some().publisher + 1);
  const word = () => {
    const { words } = some();
    return world.vocabulary[words[Math.floor(random() * words.length)] as number] as string;
  };
  const any: Draw[] = [
    () => query({ region: [region()] }), () => query({ topic: [topic()] }), () => query({ region: [region()], topic: [topic()] }), () => query({ publisher: [publisher()] }),
    () => query({ region: [region(), region()], topic: [topic()], lang: ['ar'] }), () => query({ region: [region()], role: ['venue'] }), () => query({ publisher: [publisher()], topic: [topic()] }),
    () => query({ region: [region()], topic: [topic()], publisher: [publisher()] }), () => query({ lang: ['fa'], role: ['dateline'] }), () => query({}),
  ];
  return {
    any: () => (any[Math.floor(random() * any.length)] as Draw)(),
    topic: () => query({ topic: [topic()] }), place: () => query({ region: [region()] }), pair: () => query({ topic: [topic()], region: [region()] }),
    text: () => query({ region: [region()], q: word() }),
  };
}

export async function time(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  await work();
  for (let n = 0; n < rounds; n += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took;
}

const row = (what: string, aim: string, took: number[]): Row =>
  ({ what, figure: `p50 ${ms(quantile(took, 0.5))}, p95 ${ms(quantile(took, 0.95))}`, aim, how: `${took.length} questions drawn anew; the worst ${ms(Math.max(...took))}` });

/** How fast history is read: pages, series, text, rankings. */
export async function measureReading(history: History): Promise<Table[]> {
  const { db, total } = history;
  const trends = createTrends({ db, now: () => END });
  const draw = drawsFrom(history);
  const month = { from: new Date(END.getTime() - 30 * DAY).toISOString(), to: END.toISOString() };
  const series = (filter: FilterQuery) => trends.series({ filter: { ...filter, ...month }, bucket: 'hour', tz: 'Asia/Damascus', by: null, keys: [] });
  const rows = [
    row('first page of any filter, without text', 'p95 < 30 ms', await time(ROUNDS, () => trends.articles(draw.any(), null, 50))),
    row('series of 30 days by hour, a topic', 'p95 < 50 ms', await time(ROUNDS, () => series(draw.topic()))),
    row('… a place', 'p95 < 50 ms', await time(ROUNDS, () => series(draw.place()))),
    row('… a topic in a place', 'p95 < 50 ms', await time(ROUNDS, () => series(draw.pair()))),
    row('text in a region, newest 50', 'p95 < 150 ms', await time(ROUNDS, () => trends.articles(draw.text(), null, 50))),
    row('… its series over 30 days', 'p95 < 400 ms', await time(ROUNDS, () => series(draw.text()))),
    row('facets of the last 24 hours, no filter', 'p95 < 80 ms', await time(30, () => trends.facets(query({})))),
    row('… of a filter', 'p95 < 80 ms', await time(ROUNDS, () => trends.facets(draw.any()))),
    row('movers of the last 24 hours, no filter', 'p95 < 80 ms', await time(30, () => trends.top(query({}), 'place', 12))),
    row('… of a filter', 'p95 < 80 ms', await time(ROUNDS, () => trends.top(draw.any(), 'topic', 12))),
  ];
  return [{ title: `Reading history of ${total.toLocaleString('en')} articles`, rows: [...rows, ...(await sizes(history))], notes: [] }];
}

async function sizes({ db, total }: History): Promise<Row[]> {
  const { rows: [all] } = await db.pool.query<{ bytes: string; text: string }>(
    `select pg_database_size(current_database()) as bytes, (select sum(pg_column_size(title) + pg_column_size(text)) from article) as text`);
  const { rows: tables } = await db.pool.query<{ name: string; bytes: string }>(
    `select coalesce(parent.relname, c.relname) as name, sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
     left join pg_inherits i on i.inhrelid = c.oid left join pg_class parent on parent.oid = i.inhparent
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1 order by 2 desc limit 8`);
  const each = (bytes: string) => `${(Number(bytes) / total / 1000).toFixed(2)} KB`;
  return [{
    what: 'the database, an article, beside its text', figure: each(String(Number(all?.bytes ?? 0) - Number(all?.text ?? 0))), aim: '< 2.5 KB',
    how: `text ${each(all?.text ?? '0')}; ${tables.map(({ name, bytes }) => `${name} ${each(bytes)}`).join(', ')}`,
  }];
}
