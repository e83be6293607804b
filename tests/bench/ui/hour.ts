import type { Browser } from '@playwright/test';
import { megabytes, type Row, type Table } from '../figures';
import { watchMemory } from '../memory';
import type { PartContext } from '../suite';
import { launch, listed, loadList, openPage, untilLive, type OpenPage } from './page';
import { openStage } from './stage';

const LISTED = 5_000;
const A_SECOND = 20;
const SAMPLES = 12;
const MINUTE_MS = 60_000;
/** What grows by less than this from the middle of the time to its end is flat: between two collections a heap is never the same. */
const FLAT = 1.05;

interface Sample {
  minute: number;
  heap: number;
  nodes: number;
  listeners: number;
  resident: number;
  listed: number;
}

/** The process that draws the page: there is only one page. */
async function rendererOf(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const own = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime)[0];
  if (!own) throw new Error('the browser has no process for its page');
  return own.id;
}

async function sample({ page, cdp }: OpenPage, pid: number, minute: number): Promise<Sample> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const memory = watchMemory(pid);
  const { now } = await memory.read();
  memory.stop();
  return { minute, heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), resident: now, listed: await listed(page) };
}

function rowsOf(samples: readonly Sample[], minutes: number): Row[] {
  const how = (what: string) => `${what}; at the beginning, then every ${(minutes / SAMPLES).toFixed(1)} minutes`;
  const series = (write: (one: Sample) => string) => samples.map(write).join(', ');
  return [
    { what: 'JavaScript heap', figure: series(({ heap }) => megabytes(heap)), aim: 'flat', how: how('after a forced collection') },
    { what: 'nodes of the document', figure: series(({ nodes }) => String(nodes)), aim: 'flat', how: how('detached ones that live among them') },
    { what: 'event listeners', figure: series(({ listeners }) => String(listeners)), aim: 'flat', how: how('as the browser counts them') },
    { what: 'resident set of the page\'s process', figure: series(({ resident }) => megabytes(resident)), aim: 'flat', how: how('with all that the browser keeps') },
    { what: 'articles in the list', figure: series((one) => String(one.listed)), aim: '', how: how('loaded and arrived') },
  ];
}

function verdict(samples: readonly Sample[]): string {
  const [middle, last] = [samples[Math.floor(samples.length / 2)], samples.at(-1)];
  if (!middle || !last) return '';
  const more = last.heap / middle.heap;
  return `From the middle to the end the heap grew to ${(100 * more).toFixed(1)} %: ${more < FLAT ? 'flat' : 'not flat'}.`;
}

/** What a page keeps that stays open at the top of the list. */
export async function measureHour({ projectDir, numbers, say }: PartContext, chromium: string): Promise<Table[]> {
  const minutes = numbers.minutes ?? 60;
  const stage = await openStage(projectDir, LISTED + 1_000, say);
  const { browser, close } = await launch(chromium);
  try {
    const opened = await openPage(browser, stage.address, 'ar-SY');
    await opened.cdp.send('Performance.enable');
    await untilLive(opened.page);
    await loadList(opened.page, LISTED);
    await opened.page.getByTestId('feed-scroller').evaluate((element) => element.scrollTo({ top: 0 }));
    const pid = await rendererOf(browser);
    const samples = [await sample(opened, pid, 0)];
    const before = await stage.stored();
    const end = stage.publish(A_SECOND);
    for (let n = 1; n <= SAMPLES; n += 1) {
      await opened.page.waitForTimeout((minutes * MINUTE_MS) / SAMPLES);
      samples.push(await sample(opened, pid, (n * minutes) / SAMPLES));
      say(`  ${((n * minutes) / SAMPLES).toFixed(1)} min: heap ${megabytes(samples.at(-1)?.heap ?? 0)}, ${samples.at(-1)?.nodes} nodes, ${megabytes(samples.at(-1)?.resident ?? 0)} resident`);
    }
    const published = end();
    const stored = (await stage.stored()) - before;
    const title = `What an open page keeps over ${minutes} minutes of ${A_SECOND} items a second`;
    return [{ title, rows: rowsOf(samples, minutes), notes: [`${published} items appeared in the feeds, ${stored} were stored. ${verdict(samples)}`] }];
  } finally {
    await close();
    await stage.stop();
  }
}
