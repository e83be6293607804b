import type { Page } from '@playwright/test';
import { ms, quantile, type Row, type Table } from '../figures';
import type { PartContext } from '../suite';
import { during, type Act } from './felt';
import { launch, listed, loadList, openPage, untilLive, type OpenPage } from './page';
import { openStage } from './stage';

const LISTED = 50_000;
const SPARE = 1_000;
const WHEEL_PX = 300;
const FAST_PX = 3_000;
const TIMES = 300;
const JUMPS = 60;

type Motion = (page: Page) => Promise<void>;

const times = (count: number, act: (page: Page, n: number) => Promise<void>): Motion => async (page) => {
  for (let n = 0; n < count; n += 1) await act(page, n);
};
const key = (name: string) => (page: Page) => page.keyboard.press(name);

/** To a place of the list, by share, as one who draws the scroll bar; then two frames. */
const jump = (page: Page, share: number) => page.getByTestId('feed-scroller').evaluate(async (element, to) => {
  element.scrollTop = to * (element.scrollHeight - element.clientHeight);
  await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
}, share);

/** Through the whole list, top to bottom. */
const through: Motion = async (page) => {
  const left = () => page.getByTestId('feed-scroller').evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);
  for (let n = 0; n % 50 !== 0 || (await left()) > 1; n += 1) await page.mouse.wheel(0, FAST_PX);
};

const MOTIONS: Readonly<Record<string, Motion>> = {
  'by the wheel, a notch at a time': times(TIMES, (page) => page.mouse.wheel(0, WHEEL_PX)),
  'back by the wheel': times(TIMES, (page) => page.mouse.wheel(0, -WHEEL_PX)),
  'by the wheel from top to bottom': through,
  'page by page upwards': times(TIMES, key('PageUp')),
  'by j, from article to article': times(TIMES, key('j')),
  'jumps all over the list': times(JUMPS, (page, n) => jump(page, ((n * 37) % JUMPS) / JUMPS)),
};

async function measureMotion({ page, now, findings }: OpenPage, name: string): Promise<Row> {
  const from = await now();
  await MOTIONS[name]?.(page);
  const act: Act = { name, from, to: await now() };
  const tasks = during(act, (await findings()).tasks).map(({ duration }) => duration);
  const figure = tasks.length === 0 ? 'none' : `${tasks.length}, half of them over ${ms(quantile(tasks, 0.5))}, at most ${ms(Math.max(...tasks))}`;
  return { what: `tasks over 50 ms: ${name}`, figure, aim: 'none', how: `${Math.round((act.to - act.from) / 1000)} s of it` };
}

async function focusList(page: Page): Promise<void> {
  const box = await page.getByTestId('feed-scroller').boundingBox();
  if (!box) throw new Error('the list is not on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByTestId('feed-scroller').evaluate((element) => {
    element.scrollTop = 0;
    element.focus();
  });
}

/** How smoothly a list of fifty thousand scrolls. */
export async function measureList({ projectDir, say }: PartContext, chromium: string): Promise<Table[]> {
  const stage = await openStage(projectDir, LISTED + SPARE, say);
  const { browser, close } = await launch(chromium);
  try {
    const opened = await openPage(browser, stage.address, 'ar-SY');
    await untilLive(opened.page);
    const from = await opened.now();
    await loadList(opened.page, LISTED);
    const loading: Act = { name: 'loading', from, to: await opened.now() };
    const slow = during(loading, (await opened.findings()).tasks).map(({ duration }) => duration);
    await focusList(opened.page);
    const rows: Row[] = [];
    for (const name of Object.keys(MOTIONS)) {
      rows.push(await measureMotion(opened, name));
      say(`  ${rows.at(-1)?.what}: ${rows.at(-1)?.figure}`);
    }
    const drawn = await opened.page.getByTestId('feed').locator('article').count();
    rows.push({ what: 'tasks over 50 ms while the list is loaded', figure: slow.length === 0 ? 'none' : `${slow.length}, at most ${ms(Math.max(...slow))}`, aim: '', how: `page after page, always at its end: ${Math.round((loading.to - loading.from) / 1000)} s` });
    return [{ title: 'Scrolling a long list', rows, notes: [`${await listed(opened.page)} articles in the list, ${drawn} of them drawn at the end. The wheel's notch is ${WHEEL_PX} px, from top to bottom ${FAST_PX} px.`] }];
  } finally {
    await close();
    await stage.stop();
  }
}
