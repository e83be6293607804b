import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';

const newsroom = createNewsroom({ feeds: 2 });
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules whose outcome the theme can change: nothing else of a page depends on it. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const VIEWS: Record<string, { path: string; act?(page: Page): Promise<void> }> = {
  feed: { path: '/' },
  'no match': { path: '/?q=zzzz' },
  article: {
    path: '/',
    async act(page) {
      await page.getByTestId('read').first().click();
      await page.getByTestId('reader').getByRole('heading').first().waitFor();
    },
  },
  trends: { path: '/trends' },
  map: { path: '/map', act: (page) => page.locator('[data-testid="map-canvas"][data-state="ready"]').waitFor() },
  menu: { path: '/spikes', act: (page) => page.getByTestId('menu-button').click() },
  connection: { path: '/topics', act: (page) => page.getByTestId('connection').click() },
  spikes: { path: '/spikes' },
  topics: { path: '/topics' },
  sources: { path: '/sources' },
  settings: { path: '/settings' },
  wall: { path: '/wall' },
};

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish(
    { id: '1', title: 'قصف عنيف على مدينة إدلب', text: 'قتل مدنيون في قصف مدفعي على مدينة إدلب. وقالت روسيا إنها ستشارك في محادثات أستانا.', publishedAt: new Date() },
    { id: '2', title: 'Flood warning for Homs and Hama', text: 'Heavy rain is expected in Homs and Hama on Monday, officials said.', publishedAt: new Date(Date.now() - 3_600_000) },
  );
  newsroom.feed(1).answer({ status: 503 });
  await newsroom.stored(2);
});
test.afterAll(() => newsroom.stop());

/** What breaks a rule: which one, how bad, and where. */
async function violations(page: Page, rules: 'all' | 'of colours'): Promise<string[]> {
  // colours on their way from one theme to the other are neither's
  await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running'));
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (rules === 'all' ? axe.withTags(WCAG) : axe.withRules(OF_COLOURS)).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/gu, ' ') ?? ''}`));
}

test.use({ reducedMotion: 'reduce' });

/** A colour as the browser drew it: red, green and blue, as light (WCAG 2.2, relative luminance). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9.]+/gu) ?? []).slice(0, 3).map(Number).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

for (const theme of ['light', 'dark']) {
  test(`on the card that is open, chips are read as well as elsewhere, and are still chips (${theme})`, async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.locator('html').evaluate((html, value) => { html.dataset.theme = value; }, theme);
    await page.getByTestId('read').first().click();
    const card = page.locator('.feed-item[data-open]');
    await page.mouse.move(0, 0);
    const ground = await card.evaluate((one) => getComputedStyle(one).backgroundColor);
    const chips = await card.locator('[data-chip], [data-chip] span').evaluateAll((all) => all.map((one) => {
      const chip = one.closest('[data-chip]') ?? one;
      const { backgroundColor, borderTopColor } = getComputedStyle(chip);
      return { text: one.textContent, ink: getComputedStyle(one).color, fill: backgroundColor, edge: borderTopColor };
    }));
    const isClear = (colour: string) => /, 0\)$/u.test(colour);
    expect(chips.length).toBeGreaterThan(2);
    for (const { text, ink, fill, edge } of chips) {
      expect(contrastOf(ink, isClear(fill) ? ground : fill), text).toBeGreaterThanOrEqual(4.5);
      expect(isClear(fill) && isClear(edge), `${text} has an edge or a ground`).toBe(false);
      if (!isClear(fill)) expect(fill, `${text} is of another ground than the card`).not.toBe(ground);
    }
  });
}

for (const [name, { path, act }] of Object.entries(VIEWS)) {
  for (const language of ['ar', 'en'] as const) {
    test(`no rule of WCAG 2.2 AA is broken: ${name} (${language}), light and dark`, async ({ dashboard, page }) => {
      await page.context().addCookies([{ name: 'marsad_locale', value: language, url: newsroom.address() }]);
      await dashboard.open(newsroom.address() + path);
      await act?.(page);
      for (const [theme, rules] of [['light', 'all'], ['dark', 'of colours']] as const) {
        await page.locator('html').evaluate((html, value) => { html.dataset.theme = value; }, theme);
        expect(await violations(page, rules), theme).toEqual([]);
      }
    });
  }
}
