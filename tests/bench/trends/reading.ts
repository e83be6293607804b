import type { FilterQuery } from '../../../lib/events';
import { readMap } from '../../../server/map-app';
import { addView, deleteView, readViews } from '../../../server/db/reader/views';
import { createTrends } from '../../../server/trends-app';
import { seeded } from '../../support/random';
import { ms, quantile, type Row, type Table } from '../figures';
import { END, type History } from './history';
import { watchStatements, type Watch } from './slowest';

const ROUNDS = 120;
/** of the questions that are counted: as a Marsad that has run for a while */
const WARM_SHARE = 3;
const DAY = 86_400_000;

type Draw = () => FilterQuery;

const query = (part: Partial<FilterQuery>): FilterQuery => ({ region: [], topic: [], q: '', window: '24h', ...part });

/** Filters as readers choose them: what articles are about, so the frequent more often, and now and then one that hardly any article meets. */
function drawsFrom({ world, total }: History) {
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

interface Kind {
  what: string;
  aim: string;
  rounds: number;
  draw(): FilterQuery;
  ask(filter: FilterQuery): Promise<unknown>;
}

async function measure(watch: Watch, { what, aim, rounds, draw, ask }: Kind): Promise<Row> {
  const took: number[] = [];
  // a database that was just started has read nothing yet: those that are asked first aren't counted
  const before = Math.max(1, Math.round(rounds * WARM_SHARE));
  for (let n = 0; n < before; n += 1) await ask(draw());
  for (let n = 0; n < rounds; n += 1) {
    const filter = draw();
    const spent = await watch.time(what, filter, () => ask(filter));
    took.push(spent);
  }
  return { what, figure: `p50 ${ms(quantile(took, 0.5))}, p95 ${ms(quantile(took, 0.95))}`, aim, how: `${took.length} questions drawn anew, after ${before} that aren't counted; the worst ${ms(Math.max(...took))}` };
}

/** What is asked, and how fast the answer has to be there. */
function kindsOf(history: History): Kind[] {
  const trends = createTrends({ db: history.db, now: () => END });
  const draw = drawsFrom(history);
  const month = { from: new Date(END.getTime() - 30 * DAY).toISOString(), to: END.toISOString() };
  const page = (filter: FilterQuery) => trends.articles(filter, null, 50);
  const series = (filter: FilterQuery) => trends.series({ filter: { ...filter, ...month }, bucket: 'hour', tz: 'Asia/Damascus', by: null, keys: [] });
  const none = () => query({});
  return [
    { what: 'first page of any filter, without text', aim: 'p95 < 30 ms', rounds: ROUNDS, draw: draw.any, ask: page },
    { what: 'series of 30 days by hour, a topic', aim: 'p95 < 50 ms', rounds: ROUNDS, draw: draw.topic, ask: series },
    { what: 'series of 30 days by hour, a place', aim: 'p95 < 50 ms', rounds: ROUNDS, draw: draw.place, ask: series },
    { what: 'series of 30 days by hour, a topic in a place', aim: 'p95 < 50 ms', rounds: ROUNDS, draw: draw.pair, ask: series },
    { what: 'text in a region, newest 50', aim: 'p95 < 150 ms', rounds: ROUNDS, draw: draw.text, ask: page },
    { what: 'text in a region, its series over 30 days', aim: 'p95 < 400 ms', rounds: ROUNDS, draw: draw.text, ask: series },
    { what: 'facets of the last 24 hours, no filter', aim: 'p95 < 80 ms', rounds: 30, draw: none, ask: (filter) => trends.facets(filter) },
    { what: 'facets of the last 24 hours, of a filter', aim: 'p95 < 80 ms', rounds: ROUNDS, draw: draw.any, ask: (filter) => trends.facets(filter) },
    { what: 'movers of the last 24 hours, no filter', aim: 'p95 < 80 ms', rounds: 30, draw: none, ask: (filter) => trends.top(filter, 'place', 12, 'count') },
    { what: 'movers of the last 24 hours, of a filter', aim: 'p95 < 80 ms', rounds: ROUNDS, draw: draw.any, ask: (filter) => trends.top(filter, 'topic', 12, 'count') },
  ];
}

/** What else a dashboard asks now and then; no aim was set for it. */
function furtherKindsOf(history: History): Kind[] {
  const { db } = history;
  const draw = drawsFrom(history);
  const map = (filter: FilterQuery, hours = false) => readMap({ db, now: () => END }, { filter, limit: 1000, hours });
  const none = () => query({});
  return [
    { what: 'map of the last 24 hours, no filter', aim: '', rounds: 20, draw: none, ask: (filter) => map(filter) },
    { what: 'map of the last 24 hours, hour by hour', aim: '', rounds: 20, draw: none, ask: (filter) => map(filter, true) },
    { what: 'map of the last 24 hours, of a filter', aim: '', rounds: 60, draw: draw.any, ask: (filter) => map(filter) },
    { what: 'map of the last 30 days, no filter', aim: '', rounds: 5, draw: none, ask: (filter) => map({ ...filter, last: '30d' }) },
    { what: 'unread in a saved view, opened a day ago', aim: '', rounds: 60, draw: draw.any, ask: (filter) => unread(history, filter, 1) },
    { what: 'unread in a saved view, opened a week ago', aim: '', rounds: 60, draw: draw.any, ask: (filter) => unread(history, filter, 7) },
    { what: 'unread in a saved search for a word in a region, opened a week ago', aim: '', rounds: 60, draw: draw.text, ask: (filter) => unread(history, filter, 7) },
  ];
}

const READER = '11111111-2222-4333-8444-555555555555';
const DAYS = 365;

/** A view that was opened so many days ago. It goes again, so that each is asked alone. */
async function unread({ db, total }: History, filter: FilterQuery, days: number): Promise<void> {
  const { id } = await addView(db, READER, { name: 'عرض', query: filter }, END);
  await db.pool.query('update saved_search set seen_article = $2 where id = $1', [id, Math.round(total * (1 - days / DAYS))]);
  await readViews(db, READER);
  await deleteView(db, READER, id);
}

const SLOWEST = 3;

/** How fast history is read: pages, series, text, rankings. */
export async function measureReading(history: History): Promise<Table[]> {
  const watch = watchStatements(history.db);
  const rows: Row[] = [];
  for (const kind of kindsOf(history)) rows.push(await measure(watch, kind));
  const plans = await watch.explain(SLOWEST);
  const further: Row[] = [];
  for (const kind of furtherKindsOf(history)) further.push(await measure(watch, kind));
  return [
    { title: `Reading history of ${history.total.toLocaleString('en')} articles`, rows: [...rows, ...(await sizes(history))], notes: [] },
    { title: `What else is asked of ${history.total.toLocaleString('en')} articles`, rows: further, notes: [] },
    { title: `The slowest questions to ${history.total.toLocaleString('en')} articles, one of a kind`, rows: [], notes: plans },
  ];
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
