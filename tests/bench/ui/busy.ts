import type { Page } from '@playwright/test';
import { ms, type Row, type Table } from '../figures';
import type { PartContext } from '../suite';
import { during, interactionToNextPaint, interactions, type Act } from './felt';
import { launch, loadList, openPage, untilLive, type OpenPage } from './page';
import type { Findings } from './probe';
import { openStage } from './stage';

const LISTED = 5_000;
const A_SECOND = 20;
/** Of so many clicks and keys that a few unlucky ones don't decide. */
const ROUNDS = 12;
/** As a person works: a look between two things done. */
const LOOK_MS = 400;
const KEY_MS = 80;

const look = (page: Page) => page.waitForTimeout(LOOK_MS);
const card = (page: Page, n: number) => page.getByTestId('feed').locator('article').nth(n);

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(KEY_MS);
  }
}

/** As an Arabic keyboard does: Playwright knows the keys of an American one. */
async function write({ page, cdp }: OpenPage, text: string): Promise<void> {
  for (const key of text) {
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
    await page.waitForTimeout(KEY_MS);
  }
}

/** What a reader does in one round, in this order. */
const ACTS: Readonly<Record<string, (opened: OpenPage) => Promise<void>>> = {
  'opens an article': ({ page }) => card(page, 2).getByTestId('read').click(),
  'closes it': ({ page }) => page.keyboard.press('Escape'),
  'stars one': ({ page }) => card(page, 3).locator('[data-action="star"]').click(),
  'goes on by keys': ({ page }) => press(page, 'j', 'j', 'j', 'k'),
  'ticks a topic': ({ page }) => page.getByTestId('filter-topic').locator('[data-choice]').first().click(),
  'unticks it': ({ page }) => page.getByTestId('filter-topic').locator('[data-choice]').first().click(),
  'types a search': async (opened) => {
    await opened.page.getByTestId('filter-text').click();
    await write(opened, 'سوريا');
  },
  'clears it': async ({ page }) => {
    await page.getByTestId('filter-text').click();
    await press(page, 'Control+a', 'Delete');
    await page.keyboard.press('Escape');
  },
};

async function fillList(page: Page): Promise<void> {
  await loadList(page, LISTED);
  await page.getByTestId('feed-scroller').evaluate((element) => element.scrollTo({ top: 0 }));
  await look(page);
}

async function work(opened: OpenPage, say: (line: string) => void): Promise<Act[]> {
  const { page, now } = opened;
  const acts: Act[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // a filter that was taken off leaves a new list
    await fillList(page);
    say(`  round ${round + 1} of ${ROUNDS}`);
    for (const [name, act] of Object.entries(ACTS)) {
      const from = await now();
      await act(opened);
      await look(page);
      acts.push({ name, from, to: await now() });
    }
    // away from the list, so that what waited comes in
    await page.getByRole('banner').hover();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await look(page);
  }
  return acts;
}

function rowsOf({ felt, tasks }: Findings, acts: readonly Act[], count: number): Row[] {
  const found = interactions(felt);
  const long = acts.flatMap((act) => during(act, tasks));
  const took = acts.reduce((sum, { from, to }) => sum + to - from, 0);
  const most = (name: string) => Math.max(16, ...acts.filter((act) => act.name === name).flatMap((act) => during(act, found)).map(({ duration }) => duration));
  return [
    { what: 'interaction to next paint', figure: ms(interactionToNextPaint(found, count)), aim: '< 100 ms', how: `of ${count} clicks and keys in ${Math.round(took / 1000)} s; the browser tells them in steps of 8 ms` },
    { what: 'the longest of all', figure: ms(found[0]?.duration ?? 16), aim: '', how: 'from the event to the next frame' },
    ...Object.keys(ACTS).map((name): Row => ({ what: `… ${name}`, figure: ms(most(name)), aim: '', how: `the longest of ${ROUNDS} times` })),
    { what: 'tasks over 50 ms', figure: long.length === 0 ? 'none' : `${long.length}, at most ${ms(Math.max(...long.map(({ duration }) => duration)))}`, aim: '', how: 'of the page\'s main thread meanwhile' },
  ];
}

/** How soon a page answers its reader while news pour in. */
export async function measureBusy({ projectDir, say }: PartContext, chromium: string): Promise<Table[]> {
  const stage = await openStage(projectDir, LISTED + 1_000, say);
  const { browser, close } = await launch(chromium);
  try {
    const opened = await openPage(browser, stage.address, 'ar-SY');
    const { page } = opened;
    await untilLive(page);
    await fillList(page);
    const before = await stage.stored();
    const end = stage.publish(A_SECOND);
    await page.waitForFunction((id) => document.querySelector('[data-testid="feed"] article')?.getAttribute('data-id') !== id, await card(page, 0).getAttribute('data-id'));
    const acts = await work(opened, say);
    const published = end();
    const stored = (await stage.stored()) - before;
    const count = await page.evaluate(() => (performance as unknown as { interactionCount?: number }).interactionCount ?? 0);
    const rows = rowsOf(await opened.findings(), acts, count);
    return [{ title: `A reader at work while ${A_SECOND} items a second arrive`, rows, notes: [`${published} items appeared in the feeds, ${stored} were stored meanwhile. Each of the ${ROUNDS} rounds begins with ${LISTED} in the list; the filter leaves a new list.`] }];
  } finally {
    await close();
    await stage.stop();
  }
}
