import { readFile } from 'node:fs/promises';
import { expect, test, type Dashboard } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { AR } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const AR_CONFLICT = 'نزاعات وحروب وسلام';

const STORY = { id: 'shelled', title: 'قصف عنيف على مدينة إدلب', text: 'قتل مدنيون في قصف مدفعي على مدينة إدلب. وقالت روسيا إنها ستشارك في محادثات أستانا.' };

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish({ ...STORY, publishedAt: new Date() });
  await newsroom.stored(1);
});
test.afterAll(() => newsroom.stop());

async function read(dashboard: Dashboard) {
  await dashboard.article(STORY.title).getByTestId('read').click();
  const reader = dashboard.page.getByTestId('reader');
  return { reader, names: reader.locator('mark[data-lit][data-kind="place"]'), lit: reader.locator('mark[data-lit]'), chip: (name: string) => reader.locator('[data-tag-chip]', { hasText: name }), detail: reader.getByTestId('tag-detail') };
}

test('pointing at a tag lights up its words in title and text, and says why it is there', async ({ dashboard }) => {
  await dashboard.open(newsroom.address());
  const { lit, names, chip, detail } = await read(dashboard);
  await chip('إدلب').first().hover();
  await expect(names).toHaveText(['إدلب', 'إدلب']);
  await expect(detail).toContainText(AR.reader.named);
  await chip(AR_CONFLICT).focus();
  await expect(lit.first()).toHaveText('قصف');
  // the rule of that word, alone or with others, whole or as a beginning: that is the list's to say
  await expect(detail).toContainText(/«قصف[^»]*»/u);
});

test('a click keeps the words lit; words in the text lead to their tag', async ({ dashboard }) => {
  await dashboard.open(newsroom.address());
  const { reader, lit, chip, detail } = await read(dashboard);
  await reader.locator('mark', { hasText: 'روسيا' }).click();
  await expect(chip('روسيا')).toHaveAttribute('aria-pressed', 'true');
  await reader.getByRole('heading').first().hover();
  await expect(lit).toHaveText(['وقالت', 'روسيا']); // the verb says that it acts
  await expect(detail).toContainText(AR.role.actor);
});

test('the tag pointed at last stays explained, so that its button can be reached', async ({ dashboard }) => {
  await dashboard.open(newsroom.address());
  const { reader, lit, chip, detail } = await read(dashboard);
  await chip('روسيا').hover();
  await reader.getByRole('heading').first().hover();
  await expect(lit).toHaveCount(0);
  await expect(detail).toContainText('روسيا');
  await detail.hover();
  await expect(lit).toHaveText(['وقالت', 'روسيا']);
});

test('with the keyboard alone: a tag taken off leaves the focus on the way back, and put back it has the focus', async ({ dashboard }) => {
  await dashboard.open(newsroom.address());
  const { reader, chip } = await read(dashboard);
  await chip('روسيا').press('Enter');
  await reader.getByRole('button', { name: AR.reader.notPlace, exact: true }).press('Enter');
  const undo = reader.locator('[data-correction^="place:"]').getByRole('button', { name: AR.reader.undo });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(chip('روسيا')).toBeFocused();
});

test('not this place: it goes from the article, the feed and the counts, is exported, and comes back', async ({ dashboard }) => {
  await dashboard.open(newsroom.address());
  const inFeed = dashboard.article(STORY.title).locator('[data-chip="place"]', { hasText: 'إدلب' });
  await expect(inFeed).toHaveCount(1);
  const { reader, chip } = await read(dashboard);
  await chip('إدلب').click();
  await reader.getByRole('button', { name: AR.reader.notPlace, exact: true }).click();
  const correction = reader.locator('[data-correction^="place:"]');
  await expect(correction).toContainText('إدلب');
  await expect(chip('إدلب')).toHaveCount(0);
  await expect(inFeed).toHaveCount(0);

  const download = dashboard.page.waitForEvent('download');
  await reader.getByRole('link', { name: AR.reader.export }).click();
  expect(JSON.parse(await readFile(await (await download).path(), 'utf8'))).toMatchObject({ title: STORY.title, notPlaces: [{ form: 'إدلب' }], notTopics: [] });

  await correction.getByRole('button', { name: AR.reader.undo }).click();
  await expect(chip('إدلب')).toHaveCount(1);
  await expect(inFeed).toHaveCount(1);
  await expect(correction).toHaveCount(0);
});

