import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { rssOf } from '../support/raw-rss';
import { AR, EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const now = () => new Date();

const IDLIB = 'قصف جوي على مدينة إدلب شمال غربي سوريا';
const TRICKS = 'خبر في عنوانه صورة من موقع آخر';
const SCRIPT = 'خبر رابطه شيفرة وليس عنوانا';

/** What an ill-meaning feed would send: images and scripts of its own, and a link that is a program. */
const HOSTILE = [
  '<p>نص الخبر وفيه صورة.</p><img src="http://evil.example/pixel.gif" onerror="window.hacked = true">',
  '<script src="http://evil.example/run.js"></script><script>window.hacked = true</script>',
  '<style>@import "http://evil.example/style.css"</style><iframe src="http://evil.example/frame"></iframe>',
  '<link rel="stylesheet" href="http://evil.example/more.css"><video src="http://evil.example/film.mp4" autoplay></video>',
].join('');

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().answer({
    body: rssOf([
      { guid: 'idlib', title: IDLIB, date: now(), link: 'https://sahifa.example/idlib?a=1&b=2', html: '<p>قتل مدنيون في قصف جوي على مدينة إدلب شمال غربي سوريا.</p>' },
      { guid: 'tricks', title: TRICKS.replace(' في ', ' <img src="http://evil.example/title.png" onerror="window.hacked = true"> في '), date: now(), link: 'https://sahifa.example/tricks', html: HOSTILE },
      { guid: 'script', title: SCRIPT, date: now(), link: 'javascript:window.hacked=true', html: '<p>نص الخبر.</p>' },
      { guid: 'data', title: 'خبر رابطه بيانات', date: now(), link: 'data:text/html,<script>window.hacked=true</script>', html: '<p>نص.</p>' },
    ]),
  });
  await newsroom.stored(4);
});
test.afterAll(() => newsroom.stop());

test('the language changes in place: the direction flips, and the filter, the list and the page stay', async ({ dashboard, page }) => {
  await dashboard.open(`${newsroom.address()}/?topic=conflict`);
  await expect(dashboard.titles).toHaveText([IDLIB]);
  let loads = 0;
  page.on('load', () => { loads += 1; });
  const html = page.locator('html');
  const names = page.locator('[data-chip-id="169389"]');
  for (const [lang, dir, idlib] of [['en', 'ltr', 'Idlib'], ['ar', 'rtl', 'إدلب']] as const) {
    await page.getByTestId('locale-switch').click();
    await expect(html).toHaveAttribute('dir', dir);
    await expect(html).toHaveAttribute('lang', lang);
    await expect(names).toHaveText(idlib);
    await expect(dashboard.badge).toContainText((lang === 'en' ? EN : AR).connection.live);
    await expect(dashboard.titles).toHaveText([IDLIB]);
    await expect(dashboard.titles).toHaveCSS('direction', 'rtl');
    expect(new URL(page.url()).search).toBe('?topic=conflict');
  }
  expect(loads).toBe(0);
  await page.reload();
  await expect(html).toHaveAttribute('dir', 'rtl');
});

test('another language keeps what is typed and where one reads; the digits are a choice of their own, and outlive a reload', async ({ dashboard, page }) => {
  await page.setViewportSize({ width: 1440, height: 400 });
  await dashboard.open(newsroom.address());
  const search = page.getByTestId('filter-text');
  await search.fill('إدلب');
  await expect(dashboard.titles).toHaveText([IDLIB]);
  await search.fill('');
  await expect(dashboard.titles).toHaveCount(4);
  await dashboard.scroller.evaluate((list) => list.scrollTo({ top: 120 }));
  const region = page.getByTestId('filter-region').getByRole('searchbox');
  await region.fill('سوري');
  await page.getByTestId('locale-switch').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(region).toHaveValue('سوري');
  expect(await dashboard.scroller.evaluate((list) => list.scrollTop)).toBe(120);

  await page.getByTestId('menu-button').click();
  await page.getByTestId('digits-switch').locator('[data-choice="arab"]').click();
  await expect(dashboard.total).toHaveText('٤');
  await expect(page.getByTestId('window-switch').locator('[data-window="24h"]')).toHaveText('٢٤ h');
  await page.reload();
  await expect(dashboard.total).toHaveText('٤');
  await expect(page.getByTestId('digits-switch').locator('[data-choice]')).toHaveText(['123', '١٢٣']);
});

test('a page that broke is asked for anew, not drawn once more; and there is a way home', async ({ dashboard, page, conduct }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('mended')) return;
    Object.defineProperty(Intl, 'NumberFormat', { value: () => { throw new Error('broken on purpose'); } });
  });
  await page.goto(`${newsroom.address()}/?topic=conflict`);
  await expect(page.getByRole('heading', { name: AR.error.title })).toBeVisible();
  await expect(page.getByRole('link', { name: AR.error.home })).toHaveAttribute('href', '/');
  await page.evaluate(() => sessionStorage.setItem('mended', 'yes'));
  await page.getByTestId('retry').click();
  await expect(dashboard.titles).toHaveText([IDLIB]);
  expect(new URL(page.url()).search).toBe('?topic=conflict');
  expect(conduct.errors.length).toBeGreaterThan(0);
  conduct.errors.length = 0;
});

test('a denser page is a choice that outlives a reload, and is there in the first paint', async ({ dashboard, page }) => {
  await dashboard.open(newsroom.address());
  const height = () => page.locator('header').first().evaluate((header) => header.getBoundingClientRect().height);
  const before = await height();
  await page.getByTestId('menu-button').click();
  await page.getByTestId('density-switch').locator('[data-choice="compact"]').click();
  expect(await height()).toBeLessThan(before);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
});

for (const locale of ['ar', 'en'] as const) {
  test(`whatever the header and the bar above the list say, all that stands in them keeps its place (${locale})`, async ({ dashboard, page }) => {
    await page.context().addCookies([{ name: 'marsad_locale', value: locale, url: newsroom.address() }]);
    await dashboard.open(newsroom.address());
    /** from where to where each thing is, that can be pressed or typed in */
    const places = () => page.locator('header :is(a, button, input):visible, [data-testid="list-switch"], [data-testid="list-switch"] label, [data-testid="pause"]').evaluateAll((all) =>
      all.filter((one) => one.closest('[popover]') === null).map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [one.getAttribute('data-testid') ?? one.textContent, x, y, width, height].join(' ');
      }));
    const cut = () => page.getByTestId('filter-text').evaluate((field) => {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      if (!pen || !(field instanceof HTMLInputElement)) return NaN;
      pen.font = font;
      return pen.measureText(field.placeholder).width - (field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd));
    });
    for (const width of [1440, 1392, 1280, 1024, 768, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await cut(), `the search box's hint finds room at ${width}`).toBeLessThanOrEqual(0);
      const before = await places();
      await page.getByTestId('pause').click();
      expect(await places(), `paused, ${width}`).toEqual(before);
      await page.getByTestId('pause').click();
      await page.locator('[data-list="starred"]').click();
      expect(await places(), `starred, ${width}`).toEqual(before);
      await page.locator('[data-list="all"]').click();
      await page.context().setOffline(true);
      await expect(dashboard.badge).not.toHaveAttribute('data-state', 'live');
      expect(await places(), `cut off, ${width}`).toEqual(before);
      await page.context().setOffline(false);
      await expect(dashboard.badge).toHaveAttribute('data-state', 'live');
      expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(width);
    }
  });
}

test('the pages that know the filter hand it on', async ({ dashboard, page }) => {
  await dashboard.open(`${newsroom.address()}/?topic=conflict`);
  const link = page.getByTestId('nav').getByRole('link', { name: AR.nav.trends });
  await expect(link).toHaveAttribute('href', '/trends?topic=conflict');
  await page.getByTestId('filter-text').fill('إدلب');
  await expect(link).toHaveAttribute('href', `/trends?topic=conflict&q=${encodeURIComponent('إدلب')}`);
  await expect(page.getByTestId('nav').getByRole('link', { name: AR.nav.sources })).toHaveAttribute('href', '/sources');
});

for (const locale of ['ar-SY', 'en-GB'] as const) {
  test.describe(`first load (${locale})`, () => {
    test.use({ locale });

    test('the letters of both scripts are asked for before anything is laid out, so that nothing moves when they come', async ({ dashboard, page }) => {
      await dashboard.open(newsroom.address());
      const late = await page.evaluate(() => performance.getEntriesByType('resource').flatMap((entry) => {
        const { name, initiatorType } = entry as PerformanceResourceTiming;
        return name.endsWith('.woff2') && !name.includes('-ext-') && initiatorType !== 'link' ? [name] : [];
      }));
      expect(late).toEqual([]);
      await expect.poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', ''))))
        .toEqual(expect.arrayContaining(['IBM Plex Sans', 'IBM Plex Sans Arabic']));
    });
  });
}

test('the chart is there also where no connection is to be had', async ({ page, conduct }) => {
  await page.route(/socket\.io/, (route) => route.abort());
  await page.addInitScript(() => {
    class NoLine extends EventTarget {
      onerror: ((event: Event) => void) | null = null;
      constructor() {
        super();
        setTimeout(() => this.onerror?.(new Event('error')));
      }
      close() { /* it was never open */ }
    }
    Object.defineProperty(window, 'WebSocket', { value: NoLine });
  });
  await page.goto(newsroom.address());
  await expect(page.getByTestId('chart').locator('td').first()).toBeAttached();
  await expect(page.getByTestId('connection')).not.toHaveAttribute('data-state', 'live');
  conduct.errors.length = 0;
});

test('the colours follow the choice, and the choice outlives a reload', async ({ dashboard, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await dashboard.open(newsroom.address());
  /** how light the page's ground is, 0 to 255 */
  const lightness = () => page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.documentElement).backgroundColor.match(/[0-9.]+/gu) ?? []).map(Number);
    return (red + green + blue) / 3;
  });
  const theme = (name: string) => page.getByTestId('theme-switch').locator(`[data-choice="${name}"]`);
  const light = await lightness();
  await page.getByTestId('menu-button').click();
  await theme('dark').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await lightness();
  expect(light - dark).toBeGreaterThan(100);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  // in the menu, which is closed again
  await expect(theme('dark').getByRole('radio', { includeHidden: true })).toBeChecked();
  expect(await lightness()).toBe(dark);
  await page.getByTestId('menu-button').click();
  await theme('system').click();
  await expect.poll(lightness).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(lightness).toBe(dark);
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const locale of ['ar', 'en'] as const) {
    test(`the three panes are tabs and nothing is wider than the screen (${locale})`, async ({ dashboard, page }) => {
      await page.context().addCookies([{ name: 'marsad_locale', value: locale, url: newsroom.address() }]);
      await dashboard.open(newsroom.address());
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      const panes = { feed: dashboard.scroller, charts: page.getByTestId('top-places'), filters: page.getByTestId('filter-region') };
      for (const [tab, pane] of Object.entries(panes)) {
        await page.locator(`[data-tab-name="${tab}"]`).click();
        await expect(pane).toBeInViewport();
        for (const [other, hidden] of Object.entries(panes)) if (other !== tab) await expect(hidden).toBeHidden();
        const tooWide = await page.evaluate(() => [...document.querySelectorAll('body *')]
          .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX === 'auto')
          .map((element) => element.outerHTML.slice(0, 100)));
        expect(tooWide, 'what scrolls sideways').toEqual([]);
        expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(390);
      }
    });
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the first paint has the articles, right to left, with their chips and numbers', async ({ dashboard, page }) => {
    await page.goto(newsroom.address());
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(dashboard.articles).toHaveCount(4);
    await expect(dashboard.article(IDLIB)).toBeVisible();
    await expect(dashboard.article(IDLIB).locator('[data-chip-id="169389"]')).toHaveText('إدلب');
    await expect(dashboard.total).toHaveText('4');
    await expect(dashboard.rank('top-places', '169389')).toBeVisible();
  });
});

test('nothing that a feed sends is loaded or run: no request leaves for another host, and nothing is refused on the way', async ({ dashboard, page, conduct }) => {
  await dashboard.open(newsroom.address());
  await expect(dashboard.article(TRICKS)).toBeVisible();
  await expect(dashboard.article(TRICKS)).toContainText('نص الخبر وفيه صورة');
  newsroom.feed().answer({ body: rssOf([{ guid: 'live', title: 'خبر مباشر من مصدر سيئ النية', date: now(), html: HOSTILE }]) });
  await expect(dashboard.article('خبر مباشر من مصدر سيئ النية')).toBeVisible();
  await page.getByTestId('chart').locator('td').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');

  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(dashboard.scroller.locator('img, script, iframe, video, style, link')).toHaveCount(0);
  expect(conduct).toEqual({ foreign: [], errors: [] });
});

test('links lead to the web only, tell nobody where from, and get no hold of this page', async ({ dashboard }) => {
  await dashboard.open(newsroom.address());
  const outward = (title: string) => dashboard.article(title).locator('a[target="_blank"]');
  await expect(outward(IDLIB)).toHaveAttribute('href', 'https://sahifa.example/idlib?a=1&b=2');
  for (const all of await dashboard.articles.getByRole('link').all()) {
    const href = String(await all.getAttribute('href'));
    if (href.startsWith('/')) continue;
    expect(href).toMatch(/^https?:\/\//u);
    const rel = (await all.getAttribute('rel'))?.split(' ');
    expect(rel).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
  }
  for (const title of [SCRIPT, 'خبر رابطه بيانات']) {
    await expect(dashboard.article(title)).toBeVisible();
    await expect(outward(title)).toHaveCount(0);
    await dashboard.article(title).getByTestId('read').click();
    await expect(dashboard.reader.getByTestId('reader-text')).toContainText(title);
    await expect(dashboard.reader.locator('a[href^="javascript"], a[href^="data"], a.reader-source')).toHaveCount(0);
  }
});

test('the connection tells on demand how fast items come from their feed to the screen', async ({ dashboard, page }) => {
  await dashboard.open(newsroom.address());
  await dashboard.badge.click();
  const details = page.getByTestId('connection-details');
  await expect(details).toContainText(AR.connection.notMeasured);
  newsroom.feed().answer({ body: rssOf([{ guid: 'measured', title: 'خبر يقاس زمنه', date: now(), html: '<p>نص الخبر.</p>' }]) });
  await expect(details.getByTestId('fetch-to-screen')).toContainText(AR.connection.median);
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
});
