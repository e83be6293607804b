import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { SeriesAnswer } from '../../lib/trends';
import { expect, test } from '../support/dashboard';
import { deferred } from '../support/deferred';
import { createNewsroom } from '../support/newsroom';
import { AR, EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const HOUR = 3_600_000;
const item = (id: string, title: string, ago: number) => ({ id, title, text: `${title} صباح اليوم.`, publishedAt: new Date(Date.now() - ago * HOUR) });

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish(
    item('1', 'معارك عنيفة في مدينة دير الزور', 2), item('2', 'قافلة مساعدات تصل إلى دير الزور', 2.1), item('3', 'قصف على ريف دير الزور الشرقي', 7),
    item('4', 'هدنة في مدينة حمص', 7.1), item('5', 'عودة الأهالي إلى حمص القديمة', 20), item('6', 'Residents return to Homs', 20.2), item('7', 'الدوري يعود الجمعة', 3),
  );
  await newsroom.stored(7);
});
test.afterAll(() => newsroom.stop());

const chart = (page: Page) => page.getByTestId('trends-chart');
const legend = (page: Page) => page.getByTestId('trends-legend').locator('[data-series]');
const total = (page: Page, name: string) => legend(page).filter({ hasText: name }).getByTestId('trends-total');
const drawn = (page: Page) => page.getByTestId('trends-plot').locator('svg').first();

/** Opens the page and waits until the chart is drawn and live. */
async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`${newsroom.address()}/trends${search}`);
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live');
  await expect(chart(page)).toHaveAttribute('data-current', 'true');
  await expect(drawn(page)).toBeVisible();
}

/** The comparison's address, as its picker makes it. */
let compared = '';

test('Deir ez-Zor against Homs: typed in either script, drawn, as numbers, and moving as articles arrive', async ({ page }) => {
  await open(page, '?span=24h');
  const picker = page.getByTestId('trends-add');
  await picker.fill('دير');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('دير الزور');
  await picker.press('Enter');
  await expect(legend(page)).toContainText('دير الزور');
  await expect(page.getByRole('listbox'), 'what was chosen is looked at, not covered').toBeHidden();
  await picker.fill('hom');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('حمص');
  await picker.press('Enter');
  await expect(legend(page)).toHaveCount(2);
  await expect(chart(page)).toHaveAttribute('data-current', 'true');
  await expect(drawn(page).locator('.recharts-line')).toHaveCount(2);
  compared = new URL(page.url()).search;
  expect(new URLSearchParams(compared).getAll('series')).toHaveLength(2);

  const csv = (await chart(page).locator('[data-export="csv"]').getAttribute('href')) ?? '';
  const answer = (await (await page.request.get(newsroom.address() + csv.replace('format=csv', 'format=json'))).json()) as SeriesAnswer;
  expect(answer.tz).toBe('Asia/Damascus');
  for (const [n, { buckets }] of answer.series.entries()) {
    const column = await page.getByTestId('trends-table').locator(`tbody tr td:nth-of-type(${n + 1})`).evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')));
    expect(column.slice(-buckets.length).map((value) => Number(value ?? 0))).toEqual(buckets.map(({ count }) => count ?? 0));
  }
  const lines = (await (await page.request.get(newsroom.address() + csv)).text()).trim().split('\r\n').slice(1);
  expect(lines.map((line) => line.split(',').slice(3, 5).join(' '))).toEqual(answer.series.flatMap(({ buckets }) => buckets.map(({ start, count }) => `${start} ${count ?? ''}`)));
  const [early] = answer.series[0]?.buckets ?? [];
  expect([early?.state, early?.count], 'before the first article nothing is known').toEqual(['gap', 0]);
  expect(lines[0]?.split(',')[7]).toBe('gap');
  await expect(page.getByTestId('trends-table').locator('tbody tr').first()).toContainText(AR.trends.band.before);

  const before = Number(await total(page, 'حمص').textContent());
  expect(before).toBe(3);
  newsroom.feed().publish(item('8', 'اشتباكات جديدة في حمص', 0));
  await expect(total(page, 'حمص')).toHaveText('4');
});

test('there is one place to choose the time: above the chart', async ({ page }) => {
  await page.goto(`${newsroom.address()}/trends`);
  await expect(page.getByTestId('filter-topic')).toBeAttached();
  await expect(page.getByTestId('filter-time')).toHaveCount(0);
  await expect(page.getByTestId('trends-span').locator('[data-option="7d"] input')).toBeChecked();
});

test('Enter before the places are here chooses the first of them, and no "nothing" is said meanwhile', async ({ page }) => {
  await open(page, '?span=24h');
  const places = deferred();
  await page.route('**/api/v1/places?*', async (route) => {
    await places.promise;
    await route.continue();
  });
  const picker = page.getByTestId('trends-add');
  await picker.fill('دير الزور');
  await expect(chart(page).getByText(AR.trends.looking)).toBeVisible();
  await picker.press('Enter');
  places.resolve();
  await expect(legend(page)).toContainText('دير الزور');
  await expect(legend(page)).toHaveCount(1);
});

test('counts of what is not over are marks, names stand beside them, and files are named after what they show', async ({ page }) => {
  await open(page, compared);
  await expect(drawn(page).locator('[data-count-so-far]')).toHaveCount(2);
  for (const key of new URLSearchParams(compared).getAll('series')) {
    const [count, name] = await Promise.all([drawn(page).locator(`[data-count-so-far="${key}"]`).boundingBox(), drawn(page).locator(`[data-end-label="${key}"]`).boundingBox()]);
    if (!count || !name) throw new Error('the count or the name is not drawn');
    // names give way to each other by a line
    expect(Math.abs(count.y + count.height / 2 - (name.y + name.height / 2))).toBeLessThan(20);
  }
  const before = await chart(page).locator('[data-export="png"]').boundingBox();
  const saved = page.waitForEvent('download');
  await chart(page).locator('[data-export="csv"]').click();
  expect((await saved).suggestedFilename()).toMatch(/^marsad-دير-الزور-حمص-\d{4}-\d\d-\d\d(?:_\d{4}-\d\d-\d\d)?\.csv$/u);
  await expect(page.getByTestId('trends-exported')).toBeVisible();
  expect((await chart(page).locator('[data-export="png"]').boundingBox())?.x, 'no button moves from under the pointer').toBe(before?.x);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight), 'the document itself does not scroll').toBeLessThanOrEqual(0);
});

test('a stretch that is dragged over is zoomed into, and back undoes it; by keys too', async ({ page }) => {
  await open(page, compared);
  const hand = page.getByTestId('trends-overlay');
  const box = await hand.boundingBox();
  if (!box) throw new Error('the chart is not on the screen');
  await page.mouse.move(box.x + box.width * 0.4, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 110, { steps: 4 });
  await page.mouse.move(box.x + box.width * 0.7, box.y + 120, { steps: 4 });
  await expect(page.getByTestId('trends-tip')).toContainText(AR.trends.zoomTo.split('{')[0]?.trim() ?? '');
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/u);
  const zoomed = new URL(page.url()).searchParams;
  expect(Date.parse(zoomed.get('to') ?? '') - Date.parse(zoomed.get('from') ?? '')).toBeLessThan(14 * HOUR);
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/u);
  await expect(chart(page)).toHaveAttribute('data-current', 'true');
  await hand.focus();
  for (const key of ['End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter']) await hand.press(key);
  await expect(page).toHaveURL(/from=.*to=/u);
});

test('a point leads to its articles, here and in the feed', async ({ page, dashboard }) => {
  await open(page, compared);
  const hand = page.getByTestId('trends-overlay');
  await hand.focus();
  await hand.press('End');
  await expect(hand).toHaveAttribute('aria-valuetext', /دير الزور.*حمص/u);
  for (let n = 0; n < 24 && !/دير الزور: [12]/u.test((await hand.getAttribute('aria-valuetext')) ?? ''); n += 1) await hand.press('ArrowLeft');
  await hand.press('Enter');
  const articles = page.getByTestId('trends-articles');
  await expect(articles.locator('li').first()).toContainText('دير الزور');
  await expect(page).toHaveURL(/at=/u);
  await articles.getByTestId('trends-to-feed').click();
  await expect(dashboard.titles.first()).toContainText('دير الزور');
  await expect(page).toHaveURL(/region=.*from=.*to=/u);
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB', colorScheme: 'dark' });

  test('shares, stacks and small charts; pictures with their own letters; a click on a ranking compares', async ({ page }) => {
    await open(page, '?span=24h');
    await page.getByTestId('trends-top-place').getByRole('button', { name: 'Homs' }).first().click();
    await expect(legend(page)).toHaveCount(1);
    await open(page, compared);
    await page.getByTestId('trends-drawing').locator('[data-option="stacked"]').click();
    await expect(drawn(page).locator('.recharts-bar').first()).toBeAttached();
    await page.getByTestId('trends-drawing').locator('[data-option="multiples"]').click();
    await expect(page.getByTestId('trends-multiples').getByTestId('trends-overlay')).toHaveCount(2);
    await page.getByTestId('trends-measure').locator('[data-option="share"]').click();
    await expect(page).toHaveURL(/as=share.*draw=multiples/u);
    const file = async (kind: string) => {
      const saved = page.waitForEvent('download');
      await chart(page).locator(`[data-export="${kind}"]`).click();
      return readFile(await (await saved).path());
    };
    const small = (await file('svg')).toString('utf8');
    expect(small.match(/<svg/gu)?.length, 'both small charts are in one picture').toBeGreaterThanOrEqual(3);
    expect([small.includes('Homs'), small.includes('Deir ez-Zor')]).toEqual([true, true]);
    await page.getByTestId('trends-drawing').locator('[data-option="line"]').click();
    await page.getByTestId('trends-show-table').click();
    await expect(page.getByRole('table', { name: EN.trends.tableShare })).toBeVisible();
    const svg = (await file('svg')).toString('utf8');
    expect(svg).toContain('@font-face');
    expect(svg, 'signs are explained, and each line says what it comes to').toContain(EN.trends.runningLine);
    expect(svg).toMatch(/Homs[^<]*: \d/u);
    expect(svg).toContain('Homs');
    expect(svg).not.toContain('var(--');
    const png = await file('png');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.length).toBeGreaterThan(10_000);
  });
});
