import type { Page } from '@playwright/test';
import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { AR, EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const SYRIA = { id: 'idlib', title: 'قصف جوي على مدينة إدلب', text: 'قتل مدنيون في قصف جوي على مدينة إدلب شمال غربي سوريا.' };
const SPORT = { id: 'rabat', title: 'المنتخب المغربي يفوز في الرباط', text: 'فاز المنتخب المغربي لكرة القدم على ضيفه في مباراة ودية بالرباط.' };

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish(SYRIA, SPORT);
  await newsroom.stored(2);
});
test.afterAll(() => newsroom.stop());
test.describe.configure({ mode: 'serial' });

const views = (page: Page) => page.getByTestId('views');
const names = (page: Page) => views(page).locator('[data-view] a');

async function save(page: Page, name: string): Promise<void> {
  await page.getByTestId('save-view').click();
  await page.getByTestId('view-name').getByRole('textbox').fill(name);
  await page.getByTestId('view-name').getByRole('textbox').press('Enter');
  await expect(names(page).filter({ hasText: name })).toBeVisible();
}

async function fromMenu(page: Page, name: string, item: string): Promise<void> {
  await views(page).locator('[data-view]', { hasText: name }).getByRole('button').click();
  await views(page).locator(`[data-item="${item}"]`).click();
}

for (const [locale, texts] of [['ar', AR], ['en', EN]] as const) {
  test(`a filter is saved, counts what is new, and is opened without a reload (${locale})`, async ({ dashboard, page }) => {
    await page.context().addCookies([{ name: 'marsad_locale', value: locale, url: newsroom.address() }]);
    await dashboard.open(`${newsroom.address()}/?region=SY`);
    await expect(views(page)).toContainText(texts.views.none);
    await page.getByTestId('save-view').click();
    await expect(page.getByTestId('view-name').getByRole('textbox')).toHaveValue(locale === 'ar' ? 'سوريا' : 'Syria');
    await expect(views(page)).toContainText(texts.views.belong);
    await page.getByTestId('view-name').getByRole('textbox').press('Enter');
    await expect(names(page)).toHaveCount(1);
    await expect(names(page)).toHaveAttribute('aria-current', 'true');
    await expect(page.getByTestId('save-view')).toBeDisabled();

    await page.getByTestId('active-filters').getByRole('button', { name: texts.filters.clear, exact: true }).click();
    await page.evaluate(() => Object.assign(window, { stays: true }));
    newsroom.feed().publish({ id: `more-${locale}`, title: `غارة جديدة على إدلب ${locale}`, text: 'غارة على مدينة إدلب في سوريا.' }, { id: `other-${locale}`, title: `مباراة أخرى ${locale}`, text: 'مباراة في الرباط.' });
    await expect(views(page).getByTestId('unread')).toHaveAttribute('data-count', '1', { timeout: 20_000 });
    await names(page).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?region=SY');
    await expect(views(page).getByTestId('unread')).toHaveCount(0);
    await expect(dashboard.article(SPORT.title)).toHaveCount(0);
    expect(await page.evaluate(() => 'stays' in window)).toBe(true);
  });
}

test('views are put in order by keys, renamed, deleted and brought back; another browser has its own', async ({ dashboard, page, browser }) => {
  await dashboard.open(`${newsroom.address()}/?region=SY`);
  await save(page, 'سوريا');
  await page.goto(`${newsroom.address()}/?topic=sport`);
  await save(page, 'Sport');
  await page.goto(`${newsroom.address()}/?q=${encodeURIComponent('قصف')}`);
  await save(page, 'قصف');
  await fromMenu(page, 'قصف', 'up');
  await expect(names(page)).toHaveText(['سوريا', 'قصف', 'Sport']);
  await fromMenu(page, 'Sport', 'rename');
  await page.getByTestId('view-name').getByRole('textbox').fill('رياضة');
  await page.getByTestId('view-name').getByRole('textbox').press('Enter');
  await expect(names(page)).toHaveText(['سوريا', 'قصف', 'رياضة']);

  await views(page).locator('[data-view]', { hasText: 'رياضة' }).dragTo(views(page).locator('[data-view]', { hasText: 'سوريا' }));
  await expect(names(page)).toHaveText(['رياضة', 'سوريا', 'قصف']);

  await fromMenu(page, 'سوريا', 'delete');
  await expect(names(page)).toHaveText(['رياضة', 'قصف']);
  await page.getByTestId('view-notice').getByRole('button', { name: AR.views.undo }).click();
  await expect(names(page)).toHaveText(['رياضة', 'سوريا', 'قصف']);
  await page.reload();
  await expect(names(page)).toHaveText(['رياضة', 'سوريا', 'قصف']);
  await expect(names(page).nth(1)).toHaveAttribute('href', '/?region=SY');

  const other = await (await browser.newContext({ locale: 'ar' })).newPage();
  await other.goto(newsroom.address());
  await expect(other.getByTestId('views')).toContainText(AR.views.none);
  await other.context().close();
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('views stand above the feed, one line', async ({ dashboard, page }) => {
    await dashboard.open(`${newsroom.address()}/?region=SY`);
    await page.locator('[data-tab-name="filters"]').click();
    await save(page, 'سوريا');
    await page.locator('[data-tab-name="feed"]').click();
    await expect(page.getByTestId('view-strip').getByRole('link', { name: 'سوريا' })).toHaveAttribute('aria-current', 'true');
  });
});
