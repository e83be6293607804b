import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { sourcesOn, write } from '../support/sources';
import { AR, beginning, EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 3 });
const HOUR = 3_600_000;
const FIRST = 'خلاصة 1';
const SECOND = 'خلاصة 2';
const THIRD = 'خلاصة 3';

/** A page that names feeds, as sites do. */
const pageNaming = (...feeds: { title: string; href: string }[]) => ({
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="ar"><head><title>صحيفة</title>${feeds.map(({ title, href }) => `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`).join('')}</head><body><p>أهلا</p></body></html>`,
});

test.beforeAll(() => newsroom.start());
test.afterAll(() => newsroom.stop());

test('every feed is there in Arabic, right to left, with its state in words; the dashboard is a link away', async ({ page, dashboard }) => {
  const sources = sourcesOn(page);
  await dashboard.open(newsroom.address());
  await page.getByTestId('nav').getByRole('link', { name: AR.nav.sources }).click();
  await expect(page).toHaveURL(`${newsroom.address()}/sources`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(AR.sources.title);
  await expect(sources.rows).toHaveCount(3);
  await expect(sources.count('all')).toHaveAttribute('data-count', '3');
  await expect(sources.count('healthy')).toHaveAttribute('data-count', '3');
  const row = sources.row(FIRST);
  await expect(row.locator('[data-cell="health"]')).toHaveText(AR.sources.health.healthy);
  await expect(row.locator('[data-cell="source"]')).toContainText('صحيفة الاختبار 1');
  await expect(row.locator('[data-cell="filed"]')).toHaveText('العربية');
  await expect(row.locator('[data-cell="rate"] svg')).toHaveAttribute('aria-label', beginning(AR.sources.sparkEmpty));
  await expect(row.getByTestId('reason')).not.toBeEmpty();
  await page.getByTestId('nav').getByRole('link', { name: AR.nav.feed }).click();
  await expect(dashboard.badge).toHaveAttribute('data-state', 'live');
});

test('a feed that begins to fail is asked now: the outcome is said, and its row and the counts follow', async ({ page }) => {
  const sources = sourcesOn(page);
  await sources.open(newsroom.address());
  newsroom.feed(1).answer({ status: 403 });
  const row = sources.row(SECOND);
  await row.getByTestId('source-ask').click();
  await expect(sources.announced).toContainText(AR.outcome.forbidden);
  await expect(row).toHaveAttribute('data-health', 'failing');
  await expect(row.locator('[data-cell="health"]')).toHaveText(AR.sources.health.failing);
  await expect(row.locator('[data-cell="failure"]')).toContainText(AR.outcome.forbidden);
  await expect(row.locator('[data-cell="failure"] .technical')).toHaveCSS('direction', 'ltr');
  await expect(row.getByTestId('reason')).toContainText('أخفق');
  await expect(sources.count('failing')).toHaveAttribute('data-count', '1');
  await sources.count('failing').click();
  await expect(sources.rows).toHaveCount(1);
  await expect(page).toHaveURL(/health=failing/u);
  await page.reload();
  await expect(sources.rows).toHaveCount(1);

  await sources.count('all').click();
  await expect(sources.rows.first()).toHaveAttribute('data-health', 'failing');
  newsroom.feed(1).answer(null);
  const panel = await sources.details(SECOND);
  await expect(panel.getByTestId('polls').locator('[data-outcome="forbidden"]').first()).toContainText(AR.outcome.forbidden);
  await panel.getByTestId('dialog-ask').click();
  await expect(panel.getByTestId('polls').locator('tbody tr').first()).toHaveAttribute('data-outcome', /^(?:ok|not-modified)$/u);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(row.getByTestId('source-open')).toBeFocused();
  await expect(row).toHaveAttribute('data-health', 'healthy');
});

test('what another page does to the list is seen without reload', async ({ page }) => {
  const sources = sourcesOn(page);
  await sources.open(newsroom.address());
  newsroom.offer('/elsewhere.xml').publish({ id: 'elsewhere-1', title: 'خبر من صفحة أخرى' });
  const url = new URL('/elsewhere.xml', newsroom.feed().url).href;
  await write(page, newsroom.address(), 'POST', '/api/sources', { feeds: [{ url, title: 'أضيفت من صفحة أخرى' }] });
  await expect(sources.row('أضيفت من صفحة أخرى')).toHaveAttribute('data-health', 'healthy');
  await expect(sources.count('all')).toHaveAttribute('data-count', '4');
  const id = await sources.row('أضيفت من صفحة أخرى').getAttribute('data-source-id');
  await write(page, newsroom.address(), 'DELETE', `/api/sources/${id}?articles=delete`);
  await expect(sources.row('أضيفت من صفحة أخرى')).toHaveCount(0);
});

test('a site is added by its address: several feeds are found, one is chosen, looked at, filed and added', async ({ page, dashboard }) => {
  const sources = sourcesOn(page);
  newsroom.offer('/site').answer(pageNaming({ title: 'كل الأخبار', href: '/site/all.xml' }, { title: 'English', href: '/site/en.xml' }, { title: 'Known', href: '/feed-1.xml' }, { title: 'Old', href: '/site/missing.xml' }));
  newsroom.offer('/site/all.xml').publish({ id: 'all-1', title: 'قصف على ريف إدلب', publishedAt: new Date(Date.now() - HOUR) }, { id: 'all-2', title: 'Talks resume in Geneva' });
  newsroom.offer('/site/en.xml').publish({ id: 'en-1', title: 'Flood in Derna' });
  await sources.open(newsroom.address());
  await page.getByTestId('open-add').click();
  const panel = sources.panel('add');
  const address = panel.locator('[name="address"]');
  await expect(address).toBeFocused();
  await address.fill('ليس عنوانا');
  await address.press('Enter');
  await expect(panel.getByTestId('look-problem')).toContainText(AR.outcome['bad-url']);

  await address.fill(new URL('/site', newsroom.feed().url).href);
  await address.press('Enter');
  const found = panel.getByTestId('found-feed');
  await expect(found).toHaveCount(3);
  await expect(panel.locator('[data-known]')).toContainText(AR.sources.add.known);
  await expect(panel.getByTestId('found-failed')).toContainText(AR.outcome['not-found']);
  await found.filter({ hasText: '/site/en.xml' }).click();
  await expect(panel.getByTestId('feed-preview')).toContainText('Flood in Derna');
  await found.filter({ hasText: '/site/all.xml' }).click();
  const preview = panel.getByTestId('feed-preview');
  await expect(preview.getByText('قصف على ريف إدلب')).toHaveCSS('direction', 'rtl');
  await expect(preview.getByText('Talks resume in Geneva')).toHaveCSS('direction', 'ltr');
  await panel.locator('[name="title"]').fill('صحيفة الموقع');
  await panel.locator('[name="country"]').selectOption('SY');
  await panel.locator('[name="folder"]').fill('محلية/سوريا');
  await panel.getByTestId('add-confirm').click();
  await expect(panel.getByTestId('added-report')).toContainText('صحيفة الموقع');
  await page.keyboard.press('Escape');

  const row = sources.row('صحيفة الموقع');
  await expect(row).toHaveAttribute('data-health', 'healthy');
  await expect(row.locator('[data-cell="filed"]')).toContainText('سوريا');
  await page.locator('[data-filter="folder"]').selectOption('محلية');
  await expect(sources.rows).toHaveCount(1);
  await dashboard.open(newsroom.address());
  await expect(dashboard.article('قصف على ريف إدلب')).toBeVisible();
});

test('an address without any feed says so in words', async ({ page }) => {
  const sources = sourcesOn(page);
  newsroom.offer('/empty').answer(pageNaming());
  await sources.open(newsroom.address());
  await page.getByTestId('open-add').click();
  const panel = sources.panel('add');
  await panel.locator('[name="address"]').fill(new URL('/empty', newsroom.feed().url).href);
  await page.keyboard.press('Enter');
  await expect(panel.getByTestId('look-problem')).toContainText(AR.outcome['not-a-feed']);
});

test('a source is edited, paused and taken up again', async ({ page }) => {
  const sources = sourcesOn(page);
  await sources.open(newsroom.address());
  const panel = await sources.details(THIRD);
  await panel.getByTestId('dialog-edit').click();
  await panel.locator('[name="title"]').fill('وكالة الفرات');
  await panel.locator('[name="language"]').selectOption('ckb');
  await panel.locator('[name="timezone"]').selectOption('Asia/Baghdad');
  await panel.getByRole('button', { name: AR.sources.save }).click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('وكالة الفرات');
  await page.keyboard.press('Escape');
  const row = sources.row('وكالة الفرات');
  await expect(row.locator('[data-cell="filed"]')).toContainText('الكردية');
  await page.getByTestId('source-search').fill('وكاله فرات');
  await expect(sources.rows).toHaveCount(1);
  await row.getByTestId('source-pause').click();
  await expect(row).toHaveAttribute('data-health', 'paused');
  await expect(row.locator('[data-cell="next"]')).toContainText(AR.sources.notAsked);
  await row.getByTestId('source-pause').click();
  await expect(row).toHaveAttribute('data-health', 'healthy');
});

test('deleting says what goes with it, and takes it', async ({ page, dashboard }) => {
  const sources = sourcesOn(page);
  await sources.open(newsroom.address());
  newsroom.feed(1).publish({ id: 'd-1', title: 'خبر سيحذف مع مصدره' }, { id: 'd-2', title: 'خبر آخر سيحذف' });
  await sources.row(SECOND).getByTestId('source-ask').click();
  await expect(sources.announced).toContainText(SECOND);
  const panel = await sources.details(SECOND);
  await panel.getByTestId('dialog-remove').click();
  const form = panel.getByTestId('remove-form');
  await expect(form).toContainText('يُحذف خبران');
  await form.locator('[value="delete"]').check();
  await form.getByTestId('remove-confirm').click();
  await expect(panel).toHaveCount(0);
  await expect(sources.announced).toContainText('ومعه خبران');
  await expect(sources.row(SECOND)).toHaveCount(0);
  await dashboard.open(newsroom.address());
  await expect(dashboard.article('خبر سيحذف مع مصدره')).toHaveCount(0);
});

test('a list is imported, with word of what could not be taken, and exported with its folders', async ({ page }) => {
  const sources = sourcesOn(page);
  newsroom.offer('/imported.xml').publish({ id: 'i-1', title: 'خبر مستورد' });
  const base = new URL('/', newsroom.feed().url).href;
  await sources.open(newsroom.address());
  await page.getByTestId('open-import').click();
  const panel = sources.panel('import');
  await panel.locator('[name="text"]').fill(`<opml version="2.0"><head><title>قائمة</title></head><body><outline text="وكالات">
<outline type="rss" text="المستوردة" xmlUrl="${base}imported.xml"/>
<outline type="rss" text="المعروفة" xmlUrl="${base}feed-1.xml"/>
<outline type="rss" text="بلا عنوان صالح" xmlUrl="ftp://files.example/feed"/>
</outline></body></opml>`);
  await panel.getByRole('button', { name: AR.sources.opml.import, exact: true }).click();
  const report = panel.getByTestId('import-report');
  await expect(report.locator('[data-part="refused"]')).toContainText('بلا عنوان صالح');
  await expect(report.locator('[data-part="refused"]')).toContainText('4');
  await expect(report.locator('[data-part="added"] li')).toHaveCount(1);
  await expect(report.locator('[data-part="known"] li')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sources.row('المستوردة').locator('[data-cell="filed"]')).toContainText('وكالات');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()]);
  const opml = await readFile(await download.path(), 'utf8');
  expect(opml).toContain('المستوردة');
  expect(opml).toContain('وكالات');
});

test('how long articles are kept is asked, said and remembered', async ({ page }) => {
  const sources = sourcesOn(page);
  await sources.open(newsroom.address());
  await page.getByTestId('open-retention').click();
  const panel = sources.panel('retention');
  await expect(panel.locator('[value="all"]')).toBeChecked();
  await panel.locator('[name="days"]').fill('90');
  await expect(panel).toContainText('90 يومًا');
  await panel.getByRole('button', { name: AR.sources.save }).click();
  await expect(panel).toHaveCount(0);
  await page.getByTestId('open-retention').click();
  await expect(panel.locator('[name="days"]')).toHaveValue('90');
  await panel.locator('[value="all"]').check();
  await panel.getByRole('button', { name: AR.sources.save }).click();
});

test('an edited article shows what its publisher changed, word by word', async ({ page, dashboard }) => {
  const item = { id: 'edit-1', link: 'https://sahifa.example/edit-1' };
  newsroom.feed().publish({ ...item, title: 'مقتل خمسة مدنيين في ريف ادلب', text: 'قتل خمسة مدنيين في قصف على بلدة في ريف إدلب الجنوبي.' });
  await dashboard.open(newsroom.address());
  await expect(dashboard.article('مقتل خمسة مدنيين في ريف ادلب')).toBeVisible();
  newsroom.feed().clear();
  newsroom.feed().publish({ ...item, title: 'مقتل سبعة مدنيين في ريف إدلب', text: 'قتل سبعة مدنيين في قصف على بلدة في ريف إدلب الجنوبي.' });
  const article = dashboard.article('مقتل سبعة مدنيين في ريف إدلب');
  await article.locator('[data-mark="edited"]').click();
  const panel = page.getByTestId('versions-dialog');
  await expect(panel.locator('del')).toHaveText(['خمسة', 'ادلب', 'خمسة']);
  await expect(panel.locator('ins')).toHaveText(['سبعة', 'إدلب', 'سبعة']);
  await expect(panel.locator('del').first()).toHaveCSS('text-decoration-line', 'line-through');
  await expect(panel.locator('p[dir="rtl"]').first()).toHaveCSS('direction', 'rtl');
  await expect(panel).toContainText(AR.versions.fromFeed);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const [locale, texts] of [['ar', AR], ['en', EN]] as const) {
    test(`nothing is wider than the screen, and all can be done (${locale})`, async ({ page }) => {
      await page.context().addCookies([{ name: 'marsad_locale', value: locale, url: newsroom.address() }]);
      const sources = sourcesOn(page);
      await sources.open(newsroom.address());
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      expect(await fits()).toBe(true);
      await expect(page.locator('[data-filter="sort"]')).toBeHidden();
      await page.getByTestId('fold-filters').click();
      await page.locator('[data-filter="sort"]').selectOption('name');
      const panel = await sources.details(FIRST);
      await expect(panel.getByTestId('polls')).toContainText(texts.outcome.ok);
      expect(await panel.evaluate((element) => element.scrollWidth <= window.innerWidth)).toBe(true);
      expect(await fits()).toBe(true);
      await panel.getByRole('button', { name: texts.sources.close }).click();
      await page.getByTestId('open-add').click();
      await expect(sources.panel('add')).toBeVisible();
    });
  }
});

test('a thousand feeds are one smooth list: only what is near the screen is rendered, and all of it can be reached', async ({ page }) => {
  const sources = sourcesOn(page);
  const base = new URL('/', newsroom.feed().url).href;
  const feeds = Array.from({ length: 1000 }, (_, n) => ({ url: `${base}many/${n}.xml`, title: `مصدر كثير ${String(n).padStart(4, '0')}` }));
  await write(page, newsroom.address(), 'POST', '/api/sources', { feeds });
  await sources.open(newsroom.address());
  await expect(page.getByTestId('source-list')).toHaveAttribute('aria-rowcount', /^10\d\d$/u);
  expect(await sources.rows.count()).toBeLessThan(60);
  await page.locator('[data-filter="sort"]').selectOption('name');
  await page.getByTestId('source-scroller').press('End');
  await expect(sources.row('مصدر كثير 0999')).toBeVisible();
  expect(await sources.rows.count()).toBeLessThan(60);
  await page.getByTestId('source-search').fill('كثير 0123');
  await expect(sources.rows).toHaveCount(1);
});
