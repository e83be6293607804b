import { expect, test, type Dashboard } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const title = (n: number) => `خبر رقم ${n} عن قصف في مدينة إدلب`;
const COUNT = 12;

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish(...Array.from({ length: COUNT }, (_, n) => ({ id: `k-${n + 1}`, title: title(n + 1), text: 'قتل مدنيون في قصف على مدينة إدلب.', link: `https://sahifa.example/${n + 1}`, publishedAt: new Date(Date.now() - (n + 1) * 60_000) })));
  await newsroom.stored(COUNT);
});
test.afterAll(() => newsroom.stop());

const current = ({ articles }: Dashboard) => articles.and(articles.page().locator('[data-current]'));

/** A key as an Arabic keyboard sends it: another letter at the same place. */
async function pressArabic({ page }: Dashboard, key: string, code: string): Promise<void> {
  await page.evaluate(([letter, place]) => {
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: letter, code: place, bubbles: true, cancelable: true }));
  }, [key, code]);
}

test.describe('in Arabic', () => {
  test('j and k go through the list, o opens, further ones open the next, Escape closes and gives the focus back', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.keyboard.press('j');
    await expect(current(dashboard)).toContainText(title(1));
    await expect(current(dashboard)).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(current(dashboard)).toContainText(title(2));
    await page.keyboard.press('o');
    await expect(dashboard.reader.getByTestId('reader-text')).toContainText(title(2));
    await page.keyboard.press('j');
    await expect(dashboard.reader.getByTestId('reader-text')).toContainText(title(3));
    await page.keyboard.press('Escape');
    await expect(dashboard.reader).toHaveCount(0);
    await expect(dashboard.article(title(3))).toBeFocused();
    expect(new URL(page.url()).search).toBe('');
  });

  test('keys act on what was clicked last; from where the reader has left they begin anew with what can be seen', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.keyboard.press('j');
    await dashboard.article(title(3)).getByTestId('read').click();
    await expect(dashboard.reader.getByTestId('reader-text')).toContainText(title(3));
    await page.keyboard.press('s');
    await expect(dashboard.article(title(3)).locator('[data-action="star"]')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('s');
    await expect(dashboard.article(title(3)).locator('[data-action="star"]')).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Escape');
    const scroller = page.getByTestId('feed-scroller');
    await scroller.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    await expect(dashboard.article(title(COUNT))).toBeInViewport();
    await expect(dashboard.article(title(3))).not.toBeInViewport();
    await page.keyboard.press('j');
    await expect(current(dashboard)).toBeInViewport();
    await expect(current(dashboard)).not.toContainText(title(4));
  });

  test('an Arabic keyboard has the same keys at the same places', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await pressArabic(dashboard, 'ت', 'KeyJ');
    await expect(current(dashboard)).toContainText(title(1));
    await pressArabic(dashboard, 'س', 'KeyS');
    await expect(current(dashboard).locator('[data-action="star"]')).toHaveAttribute('aria-pressed', 'true');
    await pressArabic(dashboard, 'س', 'KeyS');
    await expect(current(dashboard).locator('[data-action="star"]')).toHaveAttribute('aria-pressed', 'false');
    await pressArabic(dashboard, 'ظ', 'Slash');
    await expect(page.getByTestId('filter-text')).toBeFocused();
  });

  test('what is typed into a field is text and nothing else', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.keyboard.press('/');
    await page.keyboard.type('jops');
    await expect(page.getByTestId('filter-text')).toHaveValue('jops');
    await expect(dashboard.reader).toHaveCount(0);
    await expect(page.getByTestId('pause')).toHaveAttribute('aria-pressed', 'false');
  });

  test('v opens the source in a tab of its own', async ({ dashboard, page }) => {
    await page.context().route('https://sahifa.example/**', (route) => route.fulfill({ body: 'المصدر' }));
    await dashboard.open(newsroom.address());
    await page.keyboard.press('j');
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('v');
    expect((await opened).url()).toBe('https://sahifa.example/1');
  });

  test('the palette finds a place by either script and filters by it', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.keyboard.press('Control+k');
    const palette = page.getByTestId('palette');
    await palette.getByRole('combobox').fill('idlib');
    await expect(palette.getByRole('option', { selected: true })).toContainText('إدلب');
    await page.keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
    await expect(page.getByTestId('active-filters')).toContainText('إدلب');
    expect(new URL(page.url()).searchParams.getAll('region')).toHaveLength(1);
  });
});

for (const [language, locale, place, paths] of [['ar', 'ar-SY', 'إدلب', ['/sources', '/spikes']], ['en', 'en-GB', 'Idlib', ['/topics', '/settings']]] as const) {
  test.describe(`on pages without a filter (${language})`, () => {
    test.use({ locale });

    for (const path of paths) {
      test(`the palette of ${path} leads to the feed of what is chosen, and ? shows the keys`, async ({ page }) => {
        await page.goto(newsroom.address() + path);
        await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
        await page.keyboard.press('?');
        await expect(page.getByTestId('key-sheet')).toBeVisible();
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await page.getByTestId('palette').getByRole('combobox').fill(place);
        await expect(page.getByTestId('palette').getByRole('option', { selected: true })).toContainText(place);
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/\/\?region=\d+$/u);
        await expect(page.getByTestId('active-filters')).toContainText(place);
      });
    }
  });
}

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('the sheet shows every key, and turns them off', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.keyboard.press('?');
    const sheet = page.getByTestId('key-sheet');
    for (const text of Object.values(EN.keys.action)) await expect(sheet.locator('dd', { hasText: text }).first()).toBeVisible();
    await sheet.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await expect(current(dashboard)).toHaveCount(0);
    await expect(sheet).toHaveCount(0);
  });

  test('g and then s goes to the spikes', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect(page).toHaveURL(/\/spikes$/u);
  });

  test('the palette switches language and colours in place', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.keyboard.press('Control+k');
    await expect(page.getByTestId('palette').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Control+k');
    await expect(page.getByTestId('palette').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('العربية');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  });
});
