import type { Page } from '@playwright/test';
import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { AR, EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const HOUR = 3_600_000;
const item = (id: string, title: string, text: string, ago: number) => ({ id, title, text, publishedAt: new Date(Date.now() - ago * HOUR) });

// a machine without a graphics card draws WebGL in software
test.use({ launchOptions: { executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium', args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] } });

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish(
    item('1', 'قصف على مدينة إدلب', 'قالت مصادر محلية إن القصف استهدف مدينة إدلب في شمال سوريا.', 1),
    item('2', 'اشتباكات قرب حمص', 'اندلعت اشتباكات في ريف حمص وسط سوريا.', 2),
    item('3', 'إدلب تستقبل نازحين', 'وصلت عائلات نازحة إلى إدلب قادمة من حمص.', 3),
    item('4', 'Talks open in Astana', 'Negotiations on Syria opened in Astana on Tuesday.', 4),
  );
  await newsroom.stored(4);
});
test.afterAll(() => newsroom.stop());

const canvas = (page: Page) => page.getByTestId('map-canvas');
const row = (page: Page, list: string, name: string) => page.locator(`[data-list="${list}"] tr`, { has: page.getByRole('button', { name, exact: true }) });

test('the map is drawn, names stand on it in Arabic, and the table has its numbers', async ({ page }) => {
  await page.goto(`${newsroom.address()}/map`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(AR.map.title);
  // the first map of all: the browser's drawing in software is started with it
  await expect(canvas(page)).toHaveAttribute('data-state', 'ready', { timeout: 45_000 });
  await expect(canvas(page).locator('canvas[data-names]')).toHaveAttribute('data-names', /إدلب|حمص/u);
  await expect(row(page, 'countries', 'سوريا')).toHaveAttribute('data-count', '4');
  await expect(row(page, 'places', 'إدلب')).toHaveAttribute('data-count', '2');
  await expect(page.locator('[data-disputed="golan"]')).toContainText('الجولان');
});

test('with digits of its own the map stays Arabic, and begins where the news is', async ({ page, context }) => {
  await context.addCookies([{ name: 'marsad_digits', value: 'arab', url: newsroom.address() }]);
  await page.goto(`${newsroom.address()}/map`);
  await expect(canvas(page)).toHaveAttribute('data-state', 'ready');
  const names = canvas(page).locator('canvas[data-names]');
  await expect(names).toHaveAttribute('data-names', /سوريا/u);
  expect(await names.getAttribute('data-names')).not.toMatch(/[a-z]/iu);
});

for (const locale of ['ar-SY', 'en-GB'] as const) {
  test.describe(`one time (${locale})`, () => {
    test.use({ locale });

    test('the column says the day that the map shows, and a week that is chosen there is the map’s', async ({ page }) => {
      await page.goto(`${newsroom.address()}/map`);
      const time = page.getByTestId('filter-time');
      await expect(time.locator('[data-last="24h"] input')).toBeChecked();
      await expect(time.locator('[data-last="any"]')).toHaveCount(0);
      await time.locator('[data-last="7d"]').click();
      await expect(page).toHaveURL(/last=7d/u);
      await expect(page.getByTestId('map-span').locator('[data-choice="7d"] input')).toBeChecked();
    });
  });
}

test('from near a disputed area is named', async ({ page }) => {
  await page.goto(`${newsroom.address()}/map#at=7.2/32/35.2`);
  await expect(canvas(page).locator('canvas[data-names]')).toHaveAttribute('data-names', /الضفة الغربية/u);
  await expect(canvas(page).locator('canvas[data-names]')).toHaveAttribute('data-names', /الأراضي الفلسطينية|فلسطين/u);
});

test.describe('where the reader wants no motion', () => {
  test.use({ reducedMotion: 'reduce', colorScheme: 'light' });

  test('names are written in the ink of the page, not in the colour of the land', async ({ page }) => {
    await page.goto(`${newsroom.address()}/map`);
    await expect(canvas(page)).toHaveAttribute('data-state', 'ready');
    const darkest = () => canvas(page).locator('canvas[data-names]').evaluate((names: HTMLCanvasElement) => {
      const { data = new Uint8ClampedArray() } = names.getContext('2d')?.getImageData(0, 0, names.width, names.height) ?? {};
      let least = 255;
      for (let n = 0; n < data.length; n += 4) if (data[n + 3] === 255) least = Math.min(least, data[n] ?? 255);
      return least;
    });
    await expect.poll(darkest).toBeLessThan(100);
  });
});

test('a place of the list opens its articles, becomes the filter in the address, and back takes it off', async ({ page }) => {
  await page.goto(`${newsroom.address()}/map`);
  await row(page, 'places', 'إدلب').getByRole('button').click();
  const articles = page.getByTestId('map-articles');
  await expect(articles.getByRole('heading', { level: 2 }), 'it stands above the list, which was scrolled down').toBeInViewport();
  await expect(articles.locator('[data-article]')).toHaveCount(2);
  await expect(articles).toContainText('قصف على مدينة إدلب');
  await articles.getByRole('button', { name: AR.map.addFilter }).click();
  await expect(page).toHaveURL(/region=/u);
  await expect(page.getByTestId('map-total')).toHaveAttribute('data-total', '2');
  await page.goBack();
  await expect(page.getByTestId('map-total')).toHaveAttribute('data-total', '4');
});

test('the day is played hour by hour, paused, and left', async ({ page }) => {
  await page.goto(`${newsroom.address()}/map`);
  const player = page.getByTestId('map-player');
  await player.getByRole('button', { name: AR.map.play }).click();
  await expect(player).toHaveAttribute('data-hour', /[1-9]/u);
  await player.getByRole('button', { name: AR.map.pause }).click();
  await expect(player).toHaveAttribute('data-playing', 'false');
  await player.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(player).toHaveAttribute('data-hour', '23');
  await page.getByTestId('map-leave').click();
  await expect(page.getByTestId('map-total')).toHaveAttribute('data-total', '4');
});

// one pixel, whole
const TILE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==', 'base64');

test.describe('with tiles', () => {
  test.use({ named: ['tiles.example'] });

  test('tiles of a server that the settings name lie under the map, with whom it has to name', async ({ page, request }) => {
    const set = (mapTiles: object | null) => request.patch(`${newsroom.address()}/api/settings`, { data: { mapTiles }, headers: { Origin: newsroom.address() } });
    expect((await set({ url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '© خرائط المثال' })).status()).toBe(200);
    try {
      await page.route('https://tiles.example/**', (route) => route.fulfill({ body: TILE, contentType: 'image/png', headers: { 'Access-Control-Allow-Origin': '*' } }));
      const asked = page.waitForRequest(/^https:\/\/tiles\.example\/\d+\/\d+\/\d+\.png$/u);
      await page.goto(`${newsroom.address()}/map`);
      await asked;
      await expect(canvas(page)).toHaveAttribute('data-state', 'ready');
      await expect(page.getByTestId('map-attribution')).toHaveText('© خرائط المثال');
    } finally {
      expect((await set(null)).status()).toBe(200);
    }
  });
});

test('a drawn area becomes the places in it', async ({ page }) => {
  await page.goto(`${newsroom.address()}/map#at=6/35/37`);
  await expect(canvas(page)).toHaveAttribute('data-state', 'ready');
  await page.getByTestId('map-draw').click();
  const sheet = await page.getByTestId('map-drawing').boundingBox();
  if (!sheet) throw new Error('there is no sheet to draw on');
  await page.mouse.move(sheet.x + 20, sheet.y + 20);
  await page.mouse.down();
  await page.mouse.move(sheet.x + sheet.width - 20, sheet.y + sheet.height - 20, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByTestId('map-area')).toBeVisible();
  await expect(page).toHaveURL(/region=/u);
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('names and numbers are English, and a role narrows them', async ({ page }) => {
    await page.goto(`${newsroom.address()}/map`);
    await expect(canvas(page)).toHaveAttribute('data-state', 'ready');
    await expect(canvas(page).locator('canvas[data-names]')).toHaveAttribute('data-names', /Idlib|Homs/u);
    await expect(row(page, 'countries', 'Syria')).toHaveAttribute('data-count', '4');
    await page.locator('[data-role-choice="venue"]').click();
    await expect(page).toHaveURL(/role=venue/u);
    await expect(row(page, 'places', 'Idlib')).toHaveCount(0);
  });

  test('without WebGL the page says so, and shows the table', async ({ page }) => {
    await page.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind === 'webgl2' ? null : (getContext as (...all: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof getContext;
    });
    await page.goto(`${newsroom.address()}/map`);
    await expect(canvas(page)).toHaveAttribute('data-state', 'no-webgl');
    await expect(canvas(page)).toContainText(EN.map.noWebGl);
    await expect(canvas(page).locator('[data-list="countries"]')).toContainText('Syria');
  });
});
