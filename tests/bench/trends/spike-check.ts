import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Place } from '../../../lib/place';
import { keyName } from '../../../lib/key';
import { createDatabase, type Database } from '../../../server/db/client';
import { startEmbeddedPostgres } from '../../../server/db/embedded-postgres';
import { keyIds } from '../../../server/db/keys';
import { applyMigrations } from '../../../server/db/migrate';
import { ensurePartitions } from '../../../server/db/partitions';
import { syncTopics, upsertPlaces } from '../../../server/db/places';
import { createSpikeWatch, type Looked } from '../../../server/spikes-app';
import { seeded } from '../../support/random';
import { megabytes, ms, quantile, seconds, type Table } from '../figures';
import type { PartContext } from '../suite';
import { END } from './history';

const TOWNS = 5_200;
const TOPICS = 100;
const PROVINCES = 400;
const COUNTRIES = 40;
const PUBLISHERS = 60;
const ARTICLES_A_DAY = 12_000;
const TOWNS_AN_ARTICLE = 4;
const DAYS = 29;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** long enough that two hours turn */
const LOOKS = 75;

const place = (id: string, kind: Place['kind'], within: string[]): Place =>
  ({ id, geonamesId: null, name: { en: id, ar: `مكان ${id}` }, kind, country: null, admin1: null, lat: 0, lon: 0, within });

function madePlaces(): { all: Place[]; towns: Place[] } {
  const countries = Array.from({ length: COUNTRIES }, (_, n) => place(`c-${n}`, 'country', []));
  const provinces = Array.from({ length: PROVINCES }, (_, n) => place(`p-${n}`, 'admin1', [`c-${n % COUNTRIES}`]));
  const towns = Array.from({ length: TOWNS }, (_, n) => place(`t-${n}`, 'city', [`p-${n % PROVINCES}`, `c-${n % COUNTRIES}`]));
  return { all: [...countries, ...provinces, ...towns], towns };
}

const INSERT = `
  insert into article_key (article_id, sort_at, publisher_id, late, keys, role_keys, terms)
  select id, at, publisher_id, false, k::int[], '{}', '{}' from unnest($1::bigint[], $2::timestamptz[], $3::int[], $4::text[]) as a(id, at, publisher_id, k)`;

/** Four weeks of articles as the detector asks for them: under their keys, with a rhythm by the hour. Nothing else of them is there. */
async function fillKeys(db: Database, say: (line: string) => void): Promise<void> {
  const random = seeded(5);
  const { all, towns } = madePlaces();
  const topics = Array.from({ length: TOPICS }, (_, n) => ({ id: `topic-${n}`, iptc: null, label: { en: `Topic ${n}`, ar: `موضوع ${n}` }, parent: null }));
  await upsertPlaces(db.pool, all);
  await syncTopics(db, topics);
  const ids = await keyIds(db.pool, [...all.map(({ id }) => keyName('region', id)), ...topics.map(({ id }) => keyName('topic', id))]);
  const idOf = (kind: 'region' | 'topic', id: string) => ids.get(keyName(kind, id)) ?? 0;
  let article = 0;
  for (let hour = DAYS * 24; hour > 0; hour -= 1) {
    const start = END.getTime() - hour * HOUR;
    const count = Math.round((ARTICLES_A_DAY / 24) * (1 + 0.6 * Math.sin((2 * Math.PI * (start / HOUR)) / 24)));
    const rows = Array.from({ length: count }, () => {
      const named = Array.from({ length: TOWNS_AN_ARTICLE }, () => towns[Math.floor(TOWNS * random())] as Place);
      const keys = new Set([...named.flatMap(({ id, within }) => [id, ...within]).map((id) => idOf('region', id)), idOf('topic', `topic-${Math.floor(TOPICS * random())}`)]);
      return { id: (article += 1), at: new Date(start + HOUR * random()), publisher: 1 + Math.floor(PUBLISHERS * random()), keys: `{${[...keys].join(',')}}` };
    });
    if (hour % 24 === 0) await ensurePartitions(db.pool, [new Date(start), new Date(start + 24 * HOUR)]);
    await db.pool.query(INSERT, [rows.map(({ id }) => id), rows.map(({ at }) => at), rows.map(({ publisher }) => publisher), rows.map(({ keys }) => keys)]);
    if (hour % 168 === 0) say(`  ${DAYS - hour / 24} of ${DAYS} days`);
  }
  await db.pool.query('vacuum analyze');
}

async function openKeys(projectDir: string, say: (line: string) => void) {
  const server = await startEmbeddedPostgres({ dataDir: path.join(projectDir, '.data-trends-spikes'), log: say });
  await applyMigrations({ connectionString: server.connectionString });
  const db = createDatabase(server.connectionString, (error) => { throw error; });
  const close = async () => {
    await db.close();
    await server.stop();
  };
  if (!(await db.prisma.setting.findUnique({ where: { key: 'bench-filled' } }))) {
    await db.pool.query('truncate article_key');
    await fillKeys(db, say);
    await db.prisma.setting.create({ data: { key: 'bench-filled', value: 1 } });
  }
  return { db, close };
}

/** Bytes that are held once garbage is gone. */
function held(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

interface Timed extends Looked {
  took: number;
  turn: boolean;
}

async function looks(db: Database): Promise<{ all: Timed[]; memory: number }> {
  let now = new Date(END.getTime() - LOOKS * MINUTE);
  const watch = createSpikeWatch({ db, now: () => now, onError: (error) => { throw error; } });
  const before = held();
  const all: Timed[] = [];
  for (let n = 0; n <= LOOKS; n += 1) {
    now = new Date(END.getTime() - (LOOKS - n) * MINUTE);
    const began = performance.now();
    const looked = await watch.check();
    all.push({ ...looked, took: performance.now() - began, turn: now.getTime() % HOUR === 0 });
  }
  return { all, memory: held() - before };
}

/** What a look for spikes takes over 5,000 series, at the turn of the hour too, and what is kept in memory for it. */
export async function measureSpikeCheck({ projectDir, say }: PartContext): Promise<Table[]> {
  const { db, close } = await openKeys(projectDir, say);
  try {
    await db.pool.query(`delete from setting where key = 'spikes'; truncate spike`);
    const { all: [first, ...others], memory } = await looks(db);
    const turns = others.filter(({ turn }) => turn);
    const took = others.map((look) => look.took);
    const series = `${Math.min(...others.map((look) => look.series))} to ${Math.max(...others.map((look) => look.series))} series`;
    return [{ title: 'A look for spikes over 5,000 series', notes: [], rows: [
      { what: 'a look', figure: `p50 ${ms(quantile(took, 0.5))}, worst ${ms(Math.max(...took))}`, aim: '< 2 s', how: `${others.length} looks, a minute apart; ${series}, ${ARTICLES_A_DAY} articles a day under some ${2 * TOWNS_AN_ARTICLE + 5} keys each` },
      { what: '… at the turn of the hour', figure: turns.map((look) => ms(look.took)).join(', '), aim: '< 2 s', how: `what is usual is made anew of ${Math.max(...others.map(({ renewed }) => renewed))} series a look at most` },
      { what: 'the first after a start', figure: seconds(first?.took ?? 0), aim: '', how: `four weeks of hours are read, and what is usual is made of all ${first?.renewed ?? 0} series` },
      { what: 'kept in memory', figure: megabytes(memory), aim: '', how: 'JavaScript\'s heap and arrays after a collection, after the last look against before the first' },
    ] }];
  } finally {
    await close();
  }
}
