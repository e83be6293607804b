import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { closing } from '../closing';
import { probe, type Findings } from './probe';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--js-flags=--expose-gc'];

export interface OpenPage {
  page: Page;
  cdp: CDPSession;
  findings(): Promise<Findings>;
  /** the page's own clock, in milliseconds */
  now(): Promise<number>;
  close(): Promise<void>;
}

export async function launch(executablePath: string): Promise<{ browser: Browser; close(): Promise<void> }> {
  const browser = await chromium.launch({ executablePath, args: ARGS });
  return { browser, close: closing(() => browser.close()) };
}

/** A window of its own, with nothing in its cache, on a desk's screen. It is asked for, no more. @param restMs how long the empty window stands before: opening it is work of its own */
export async function openPage(browser: Browser, address: string, locale: string, restMs = 0): Promise<OpenPage> {
  const context = await browser.newContext({ locale, timezoneId: 'Asia/Damascus', viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  // what the compiler wraps named functions in is not there in the page
  await page.addInitScript({ content: 'globalThis.__name = (it) => it;' });
  await page.addInitScript(probe);
  const cdp = await context.newCDPSession(page);
  await page.waitForTimeout(restMs);
  await page.goto(address);
  return {
    page, cdp,
    findings: () => page.evaluate(() => window.__bench),
    now: () => page.evaluate(() => performance.now()),
    close: () => context.close(),
  };
}

export const untilLive = (page: Page) => page.waitForFunction(() => window.__bench.live !== null && window.__bench.painted !== null);

const NO_MORE_MS = 30_000;

/**
 * Goes to the end of the list, as long as older pages come, until it holds so many.
 * @throws where none comes for long
 */
export async function loadList(page: Page, wanted: number): Promise<void> {
  const held = await page.evaluate(async ([count, patience]) => {
    const scroller = document.querySelector('[data-testid="feed-scroller"]');
    const list = document.querySelector<HTMLElement>('[data-testid="feed"]');
    let [held, since] = [0, performance.now()];
    while (scroller && list && held < count && performance.now() - since < patience) {
      scroller.scrollTop = scroller.scrollHeight;
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
      if (Number(list.dataset.count) === held) continue;
      [held, since] = [Number(list.dataset.count), performance.now()];
    }
    return held;
  }, [wanted, NO_MORE_MS] as const);
  if (held < wanted) {
    const said = await page.getByTestId('feed-scroller').evaluate((scroller) => scroller.lastElementChild?.textContent ?? '');
    throw new Error(`no older articles came for ${NO_MORE_MS / 1000} s: the list of ${new URL(page.url()).search || 'all'} holds ${held}, not ${wanted}, and its end says "${said}"`);
  }
}

export const listed = async (page: Page) => Number(await page.getByTestId('feed').getAttribute('data-count'));
