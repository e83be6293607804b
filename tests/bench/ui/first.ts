import type { Browser } from '@playwright/test';
import { ms, quantile, type Row, type Table } from '../figures';
import type { PartContext } from '../suite';
import { launch, openPage, untilLive } from './page';
import { openStage } from './stage';

const STORED = 5_000;
const LOADS = 20;
/** Loads that are not counted: the server's own first answers. */
const WARM = 2;
/** A reader's browser has been open for long. */
const REST_MS = 1_500;
/** What shifts, shifts soon. */
const SETTLE_MS = 2_000;
const LANGUAGES = [['Arabic', 'ar-SY'], ['English', 'en-GB']] as const;

/** A script and how many bytes of it came over the wire. */
interface Script {
  name: string;
  bytes: number;
}

interface Load {
  painted: number;
  largest: number;
  shift: number;
  live: number;
  scripts: Script[];
}

async function load(browser: Browser, address: string, locale: string): Promise<Load> {
  const opened = await openPage(browser, address, locale, REST_MS);
  await untilLive(opened.page);
  await opened.page.waitForTimeout(SETTLE_MS);
  const { painted, live, largest, shift } = await opened.findings();
  const scripts = await opened.page.evaluate((until) => performance.getEntriesByType('resource').flatMap((entry) => {
    const { name, encodedBodySize, startTime } = entry as PerformanceResourceTiming;
    const { pathname } = new URL(name);
    return pathname.endsWith('.js') && startTime <= until ? [{ name: pathname.split('/').at(-1) ?? '', bytes: encodedBodySize }] : [];
  }), live ?? 0);
  await opened.close();
  return { painted: painted ?? NaN, live: live ?? NaN, largest, shift, scripts };
}

const spread = (values: readonly number[]) => `p50 ${ms(quantile(values, 0.5))}, p95 ${ms(quantile(values, 0.95))}`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function rowsOf(language: string, loads: readonly Load[]): Row[] {
  const of = (name: 'painted' | 'largest' | 'live' | 'shift') => loads.map((one) => one[name]);
  const bytes = loads.map(({ scripts }) => scripts.reduce((sum, script) => sum + script.bytes, 0));
  return [
    { what: `${language}: first paint with data`, figure: spread(of('painted')), aim: '< 800 ms', how: `${loads.length} loads in an open window with nothing in the cache; until the frame with the first article is over` },
    { what: '… largest contentful paint', figure: spread(of('largest')), aim: '< 1000 ms', how: 'as the browser tells' },
    { what: '… live', figure: spread(of('live')), aim: '', how: 'until the badge says so' },
    { what: '… layout shift', figure: `at most ${Math.max(...of('shift')).toFixed(4)}`, aim: '< 0.02', how: `the sum of all until ${SETTLE_MS / 1000} s after it was live` },
    { what: '… scripts until it was live', figure: `${kilobytes(quantile(bytes, 0.5))}, at most ${kilobytes(Math.max(...bytes))}`, aim: '< 220 kB', how: 'bodies as they came over the wire, of all scripts asked for until then' },
  ];
}

function scriptNote({ scripts }: Load): string {
  const all = [...scripts].sort((a, b) => b.bytes - a.bytes).map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`);
  return `Scripts of one load: ${all.join(', ')}.`;
}

/** How long a page takes that was never opened before. */
export async function measureFirst({ projectDir, say }: PartContext, chromium: string): Promise<Table[]> {
  const stage = await openStage(projectDir, STORED, say);
  const { browser, close } = await launch(chromium);
  try {
    const rows: Row[] = [];
    const notes: string[] = [];
    for (const [language, locale] of LANGUAGES) {
      const loads: Load[] = [];
      for (let n = 0; n < WARM + LOADS; n += 1) loads.push(await load(browser, stage.address, locale));
      rows.push(...rowsOf(language, loads.slice(WARM)));
      notes.push(`${language}. ${scriptNote(loads.at(-1) as Load)}`);
    }
    return [{ title: 'A page opened for the first time', rows, notes }];
  } finally {
    await close();
    await stage.stop();
  }
}
