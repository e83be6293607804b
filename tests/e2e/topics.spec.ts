import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { write } from '../support/sources';
import { AR } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const HOUR = 3_600_000;
const item = (id: string, title: string, text: string, ago = 1) => ({ id, title, text, publishedAt: new Date(Date.now() - ago * HOUR) });

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish(
    item('1', 'السيول تجرف الطرق في الوادي', 'قطعت سيول جارفة الطريق بين المدينتين صباح اليوم.'),
    item('2', 'جولة جديدة من المحادثات', 'سيل من التصريحات سبق الجولة.', 2),
    item('3', 'تحذير من فيضانات على الساحل', 'قالت هيئة الأرصاد إن الأمطار ستستمر.', 30),
    item('4', 'Flooding cuts off coastal towns', 'Rivers burst their banks on Tuesday.', 3),
  );
  await newsroom.stored(4);
});
test.afterAll(() => newsroom.stop());

test('a topic is written in Arabic, shows what it would catch, is saved, put on old and new articles, and filtered by', async ({ page, dashboard }) => {
  await dashboard.open(newsroom.address());
  await page.getByTestId('nav').getByRole('link', { name: AR.nav.topics }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(AR.topics.title);
  await page.getByTestId('new-topic').click();
  const editor = page.getByTestId('topic-editor');
  const preview = page.getByTestId('topic-preview');
  await expect(preview).toContainText(AR.topics.preview.blank);
  await editor.locator('[name="name"]').fill('سيول وفيضانات');
  const phrases = editor.getByTestId('phrase-row').locator('input:not([type=number])');
  await phrases.first().fill('سُيول');
  await expect(preview).toHaveAttribute('data-count', '1');
  await expect(preview.getByTestId('catch').first().locator('mark').first()).toHaveText('السيول');
  await phrases.first().press('Enter');
  await expect(phrases).toHaveCount(2);
  await phrases.nth(1).fill('فيضان*');
  await expect(preview).toHaveAttribute('data-count', '2');
  await phrases.nth(1).press('Enter');
  await phrases.nth(2).fill('flood*');
  await expect(preview).toHaveAttribute('data-count', '3');
  await editor.locator('[name="mustNot"]').fill('الساحل');
  await expect(preview).toHaveAttribute('data-count', '2');
  await editor.locator('[name="mustNot"]').fill('');
  await expect(preview).toHaveAttribute('data-count', '3');

  await editor.getByTestId('save-topic').click();
  const row = page.getByTestId('own-topics').locator('[data-topic-id]');
  await expect(row).toContainText('سيول وفيضانات');
  await expect(row).toHaveAttribute('data-state', 'done');
  await expect(row.locator('[data-choose]')).toContainText('2/3');

  newsroom.feed().publish(item('5', 'سيول جديدة الليلة', 'أغلقت السيول المدارس.', 0));
  await page.getByTestId('nav').getByRole('link', { name: AR.nav.feed }).click();
  const chip = dashboard.article('سيول جديدة الليلة').locator('[data-chip="topic"]', { hasText: 'سيول وفيضانات' });
  await expect(chip.locator('circle')).toHaveAttribute('fill', '#0a8a8a');
  await page.getByTestId('filter-own-topic').getByLabel('سيول وفيضانات').check();
  await expect(dashboard.articles).toHaveCount(4);
  await expect(dashboard.article('جولة جديدة من المحادثات')).toHaveCount(0);
});

test('an open dashboard sees a topic arrive on its articles; deleted, it leaves them', async ({ page, dashboard }) => {
  await dashboard.open(newsroom.address());
  const chip = dashboard.article('جولة جديدة من المحادثات').locator('[data-chip="topic"]', { hasText: 'مفاوضات' });
  await expect(chip).toHaveCount(0);
  const definition = { phrases: [{ phrase: 'محادثات', weight: 1, near: null, lang: null }], must: [], mustNot: [] };
  await write(page, newsroom.address(), 'POST', '/api/topics', { name: 'مفاوضات', colour: '#d0453a', definition });
  await expect(chip).toHaveCount(1);
  const { own } = (await (await page.request.get(`${newsroom.address()}/api/topics`)).json()) as { own: { id: string; name: string }[] };
  await write(page, newsroom.address(), 'DELETE', `/api/topics/${own.find(({ name }) => name === 'مفاوضات')?.id}`);
  await expect(chip).toHaveCount(0);
});

test('a built-in topic is looked at and copied; what can’t be taken is said in words', async ({ page }) => {
  await page.goto(`${newsroom.address()}/topics?topic=weather`);
  await expect(page.getByTestId('built-in')).toContainText('الأرصاد');
  await page.getByTestId('copy-topic').click();
  const editor = page.getByTestId('topic-editor');
  await expect(editor.locator('[name="name"]')).toHaveValue(/طقس/u);
  await expect(page.getByTestId('topic-preview')).toHaveAttribute('data-count', /[0-9]/u);
  await page.getByTestId('new-topic').click();
  await editor.locator('[name="name"]').fill('ناقص');
  await editor.getByTestId('save-topic').click();
  await expect(page.getByTestId('topic-problem')).toContainText(AR.sources.refusal['nothing-for']);
  await editor.getByTestId('phrase-row').locator('input').first().fill('مطر');
  await expect(page.getByTestId('topic-problem')).toHaveCount(0);
});

test('what is not saved is still there after a look at another topic; saved, it has the focus', async ({ page }) => {
  await page.goto(`${newsroom.address()}/topics`);
  const editor = page.getByTestId('topic-editor');
  await page.getByTestId('new-topic').click();
  await editor.locator('[name="name"]').fill('أمطار الشتاء');
  await page.locator('[data-choose="weather"]').click();
  await expect(page.getByTestId('built-in')).toBeVisible();
  await page.getByTestId('new-topic').click();
  await expect(editor.locator('[name="name"]')).toHaveValue('أمطار الشتاء');
  await editor.getByTestId('phrase-row').locator('input').first().fill('أمطار');
  await editor.getByTestId('save-topic').click();
  await expect(editor.getByRole('heading', { name: 'أمطار الشتاء' })).toBeFocused();
  await expect(editor.getByRole('link', { name: AR.topics.showArticles })).toHaveAttribute('href', /topic=own-/u);
  await page.getByTestId('new-topic').click();
  await expect(editor.locator('[name="name"]')).toHaveValue('');
});
