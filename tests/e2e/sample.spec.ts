import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { AR } from '../support/texts';

/** So many items the sample wire shows at once. */
const AT_ONCE = 20;

test.describe('where no feed answers', () => {
  const newsroom = createNewsroom({ feeds: 2, silent: true });
  test.beforeAll(() => newsroom.start());
  test.afterAll(() => newsroom.stop());

  test('the sample wire appears by itself, labelled; one click removes all of it, and it stays away after a restart', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await expect(dashboard.banner).toContainText(AR.sample.body);
    await expect.poll(() => dashboard.listed()).toBeGreaterThanOrEqual(AT_ONCE);
    const drawn = await dashboard.articles.count();
    await expect(dashboard.articles.locator('[data-mark="sample"]')).toHaveText(Array.from({ length: drawn }, () => AR.feed.sample));
    await expect(dashboard.articles.filter({ hasText: 'Marsad sample' })).toHaveCount(drawn);
    await expect(dashboard.total).toHaveAttribute('data-value', String(await dashboard.listed()));
    await expect(dashboard.articles.filter({ has: page.locator('h3[lang="ar"]') }).first()).toBeVisible();
    await expect(page.getByTestId('top-places').locator('li').first()).toBeVisible();

    await page.getByTestId('sample-remove').click();
    await expect(dashboard.banner).toHaveCount(0);
    await expect(dashboard.articles).toHaveCount(0);
    await expect(dashboard.total).toHaveAttribute('data-value', '0');
    await expect(page.getByTestId('top-places').locator('li')).toHaveCount(0);
    await expect(page.getByTestId('top-topics').locator('li')).toHaveCount(0);
    await expect(page.getByTestId('empty')).toContainText(AR.empty.failingTitle);
    await expect.poll(async () => (await newsroom.health()).articles).toBe(0);

    // a feed that was never asked: once it has failed too, everything that would bring the sample back has happened
    await newsroom.restart([]);
    await expect.poll(async () => (await newsroom.health()).feeds).toMatchObject({ total: 3, failing: 3 });
    await dashboard.open(newsroom.address());
    await expect(page.getByTestId('empty')).toContainText(AR.empty.failingTitle);
    await expect(dashboard.banner).toHaveCount(0);
    await expect(dashboard.articles).toHaveCount(0);
  });
});

test.describe('where a feed answers at last', () => {
  const newsroom = createNewsroom({ feeds: 1, failing: true });
  test.beforeAll(() => newsroom.start());
  test.afterAll(() => newsroom.stop());

  test('the first real answer takes the sample away, and leaves what is real', async ({ dashboard }) => {
    await dashboard.open(newsroom.address());
    await expect.poll(() => dashboard.listed()).toBeGreaterThanOrEqual(AT_ONCE);
    await expect(dashboard.banner).toBeVisible();

    const real = 'أول خبر حقيقي من مصدر حقيقي';
    newsroom.feed().publish({ id: 'real', title: real });
    newsroom.feed().answer(null);
    await expect(dashboard.banner).toHaveCount(0, { timeout: 45_000 });
    await expect(dashboard.titles).toHaveText([real]);
    await expect(dashboard.total).toHaveAttribute('data-value', '1');
    await expect(dashboard.article(real).locator('[data-mark="sample"]')).toHaveCount(0);
  });
});
