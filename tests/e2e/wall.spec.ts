import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { AR, EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const OLD = Array.from({ length: 12 }, (_, n) => ({
  id: `old-${n}`, title: `خبر قديم رقم ${n + 1} من مدينة حلب`, text: 'نص الخبر من مدينة حلب.', publishedAt: new Date(Date.now() - (n + 1) * 600_000),
}));
const NEWS = { id: 'new', title: 'قصف عنيف على مدينة إدلب', text: 'قتل مدنيون في قصف مدفعي على مدينة إدلب.' };

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish(...OLD);
  await newsroom.stored(OLD.length);
});
test.afterAll(() => newsroom.stop());

test('in Arabic: it scrolls by itself, and what is new comes to the top at once', async ({ dashboard, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.clock.install();
  await dashboard.open(`${newsroom.address()}/wall`);
  const list = page.getByTestId('wall-list');
  await expect(list.locator('article').first()).toHaveAttribute('data-id', /./u);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(AR.wall.everything);
  const top = () => list.evaluate((element) => element.scrollTop);
  expect(await top()).toBe(0);
  await page.clock.runFor(20_000);
  expect(await top()).toBeGreaterThan(0);
  newsroom.feed().publish({ ...NEWS, publishedAt: new Date() });
  await newsroom.stored(OLD.length + 1);
  await expect(async () => {
    await page.clock.runFor(500);
    await expect(list.locator('article h2').first()).toHaveText(NEWS.title, { timeout: 100 });
  }).toPass();
  expect(await top()).toBe(0);
  await expect(page.getByTestId('wall-places').locator('li').first()).toBeVisible();
});

test('in English, without motion: the list rests, the pointer goes after three seconds, and the address names what it tells of', async ({ dashboard, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.context().addCookies([{ name: 'marsad_locale', value: 'en', url: newsroom.address() }]);
  await page.clock.install();
  await dashboard.open(`${newsroom.address()}/wall?q=${encodeURIComponent('حلب')}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('حلب');
  await expect(page.getByTestId('wall-spikes')).toContainText(/Not enough history: .* of the 72/u);
  await page.mouse.move(100, 100);
  await expect(page.getByTestId('wall')).not.toHaveAttribute('data-idle');
  await page.clock.runFor(20_000);
  await expect(page.getByTestId('wall')).toHaveAttribute('data-idle');
  expect(await page.getByTestId('wall-list').evaluate((element) => element.scrollTop)).toBe(0);
  await page.keyboard.press('f');
  await expect(page.getByTestId('full-screen')).toHaveText(EN.wall.leaveFullScreen);
  await page.keyboard.press('f');
  await expect(page.getByTestId('full-screen')).toHaveText(EN.wall.fullScreen);
  await expect(page.getByRole('link', { name: EN.wall.leave })).toHaveAttribute('href', `/?q=${encodeURIComponent('حلب')}`);
});
