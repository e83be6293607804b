import { expect, expectUnmoved, readAt, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { rssOf } from '../support/raw-rss';
import { AR, beginning } from '../support/texts';

const IDLIB = '169389';
const HOUR = 3_600_000;
const ago = (ms: number) => new Date(Date.now() - ms);

const newsroom = createNewsroom({ feeds: 1 });
test.beforeAll(() => newsroom.start());
test.afterAll(() => newsroom.stop());

const filled = (n: number) => `خبر للقراءة رقم ${n}: متابعة لما جرى في المدينة وجوارها`;

/** Enough items to scroll, an hour old and older, so that what a test publishes comes above them. */
function fill(count: number): void {
  newsroom.feed().publish(...Array.from({ length: count }, (_, n) => ({ id: `fill-${n + 1}`, title: filled(n + 1), publishedAt: ago(HOUR + n * 60_000) })));
}

test.describe('in the Arabic interface', () => {
  test('an item that a feed publishes appears in an open page without reload, right to left, with its places and topics', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    let loads = 0;
    page.on('load', () => { loads += 1; });
    const title = 'قصف جوي على مدينة إدلب يوقع قتلى';
    newsroom.feed().publish({ id: 'idlib-1', title, text: 'قتل مدنيون في قصف جوي على مدينة إدلب شمال غربي سوريا.', link: 'https://sahifa.example/idlib-1' });

    const article = dashboard.article(title);
    await expect(article).toBeVisible();
    expect(loads).toBe(0);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    const heading = article.getByRole('heading');
    await expect(heading).toHaveAttribute('lang', 'ar');
    await expect(heading).toHaveAttribute('dir', 'rtl');
    await expect(heading).toHaveCSS('direction', 'rtl');
    await expect(article).toContainText('صحيفة الاختبار 1');
    await expect(article.locator('time')).toHaveAttribute('title', beginning(AR.feed.published));
    await expect(article.locator(`[data-chip="place"][data-chip-id="${IDLIB}"]`)).toHaveText('إدلب');
    await expect(article.locator('[data-chip="place"][data-chip-id="SY"]')).toHaveText('سوريا');
    await expect(article.locator('[data-chip="topic"][data-chip-id="conflict"]')).toHaveText('نزاعات وحروب وسلام');
    await expect(dashboard.pill).toHaveCount(0);
  });

  test('an English item keeps its own direction, and Arabic names on its chips', async ({ dashboard }) => {
    await dashboard.open(newsroom.address());
    const title = 'Air strikes hit Idlib in north-west Syria';
    newsroom.feed().publish({ id: 'idlib-en', title, text: 'Air strikes killed several civilians in the city of Idlib on Tuesday, doctors said.' });
    const article = dashboard.article(title);
    await expect(article.getByRole('heading')).toHaveCSS('direction', 'ltr');
    await expect(article.getByRole('heading')).toHaveAttribute('lang', 'en');
    await expect(article.locator(`[data-chip-id="${IDLIB}"]`)).toHaveText('إدلب');
  });

  test('the total, the chart and the most mentioned places and topics move over the socket', async ({ dashboard, page }) => {
    newsroom.feed().publish({ id: 'idlib-0', title: 'اشتباكات في إدلب', text: 'قتل جنود في اشتباكات في مدينة إدلب.' });
    await dashboard.open(newsroom.address());
    await expect(dashboard.article('اشتباكات في إدلب')).toBeVisible();
    await expect(dashboard.total).toHaveAttribute('data-value', String(await dashboard.articles.count()));
    await expect(dashboard.rank('top-places', IDLIB)).toBeVisible();
    await expect(page.getByTestId('chart').locator('td').first()).toBeAttached();
    const numbers = async () => ({
      total: Number(await dashboard.total.getAttribute('data-value')),
      chart: (await dashboard.bars()).reduce((sum, bar) => sum + bar, 0),
      place: Number(await dashboard.rank('top-places', IDLIB).getAttribute('data-count')),
      topic: Number(await dashboard.rank('top-topics', 'conflict').getAttribute('data-count')),
    });
    // the chart is drawn less often than the numbers beside it
    await expect.poll(async () => (await numbers()).chart).toBe(Number(await dashboard.total.getAttribute('data-value')));
    const before = await numbers();
    newsroom.feed().publish({ id: 'idlib-2', title: 'غارات جديدة على إدلب', text: 'شنت طائرات غارات جديدة على مدينة إدلب، وسقط قتلى من المدنيين في القصف.' });
    await expect.poll(numbers).toEqual({ total: before.total + 1, chart: before.chart + 1, place: before.place + 1, topic: before.topic + 1 });
  });

  test('an edited item changes in its place and is marked', async ({ dashboard }) => {
    await dashboard.open(newsroom.address());
    const [title, edited] = ['انفجار قرب الحدود اللبنانية', 'انفجاران قرب الحدود اللبنانية'];
    newsroom.feed().publish({ id: 'edited', title, link: 'https://sahifa.example/edited', publishedAt: ago(60_000) }, { id: 'above', title: 'خبر فوق الخبر الذي سيتغير' });
    await expect(dashboard.article(title)).toBeVisible();
    const id = await dashboard.article(title).getAttribute('data-id');
    const order = await dashboard.articles.evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
    await expect(dashboard.article(title).locator('[data-mark="edited"]')).toHaveCount(0);

    newsroom.feed().clear();
    newsroom.feed().publish({ id: 'edited', title: edited, link: 'https://sahifa.example/edited', publishedAt: ago(60_000) });
    const article = dashboard.article(edited);
    await expect(article.locator('[data-mark="edited"]')).toHaveText(AR.feed.edited);
    await expect(article).toHaveAttribute('data-id', String(id));
    await expect(article).toHaveAttribute('data-version', '2');
    await expect(dashboard.article(title)).toHaveCount(0);
    expect(await dashboard.articles.evaluateAll((all) => all.map((one) => one.getAttribute('data-id')))).toEqual(order);
  });

  test('an undated item is ordered by when it was first seen, and marked', async ({ dashboard }) => {
    await dashboard.open(newsroom.address());
    const [older, undated, newer] = ['خبر مؤرخ قبل ساعة من الآن', 'خبر بلا تاريخ في مصدره', 'خبر مؤرخ بعد ذلك'];
    newsroom.feed().answer({ body: rssOf([{ guid: 'undated', title: undated, date: null }, { guid: 'dated', title: older, date: ago(HOUR) }]) });
    const article = dashboard.article(undated);
    await expect(article.locator('[data-mark="date-flag"]')).toHaveText(AR.feed.undated);
    await expect(article.locator('time')).toHaveAttribute('title', beginning(AR.feed.firstSeen));
    // dates of a feed are whole seconds: the next one is later than the moment at which the undated one was seen
    newsroom.feed().answer(null);
    newsroom.feed().publish({ id: 'newer', title: newer, publishedAt: new Date(Date.now() + 1_000) });
    await expect(dashboard.article(newer)).toBeVisible();
    const titles = await dashboard.titles.allTextContents();
    expect(titles.filter((title) => [older, undated, newer].includes(title))).toEqual([newer, undated, older]);
  });
});

test.describe('in the English interface', () => {
  test.use({ locale: 'en-GB' });

  test('an Arabic item appears right to left in a page that runs left to right', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    const title = 'اشتباكات عنيفة في مدينة إدلب';
    newsroom.feed().publish({ id: 'idlib-3', title, text: 'اندلعت اشتباكات عنيفة في مدينة إدلب بين الجيش وفصائل مسلحة.' });
    const article = dashboard.article(title);
    await expect(article.getByRole('heading')).toHaveCSS('direction', 'rtl');
    await expect(article.getByRole('heading')).toHaveAttribute('lang', 'ar');
    await expect(article.locator(`[data-chip-id="${IDLIB}"]`)).toHaveText('Idlib');
    await expect(article.locator('[data-chip-id="conflict"]')).toHaveText(/^conflict, war and peace$/iu);
  });
});

test.describe('what is being read does not move', () => {
  test.beforeAll(() => fill(24));

  test('at the top, a new item comes in by itself; scrolled down it waits behind "N new" until it is asked for', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    newsroom.feed().publish({ id: 'at-top', title: 'خبر يصل إلى أعلى القائمة' });
    await expect(dashboard.articles.first()).toContainText('خبر يصل إلى أعلى القائمة');
    await expect(dashboard.pill).toHaveCount(0);

    const read = await dashboard.find(filled(15));
    await readAt(read);
    await expectUnmoved(read, async () => {
      newsroom.feed().publish({ id: 'waits-1', title: 'خبر أول ينتظر' }, { id: 'waits-2', title: 'خبر ثان ينتظر' });
      await expect(dashboard.pill).toHaveAttribute('data-count', '2');
    });
    await expect(dashboard.pill).toContainText('خبران جديدان');
    await expect(page).toHaveTitle('(2) مرصد');
    await expect(dashboard.article('خبر أول ينتظر')).toHaveCount(0);

    await dashboard.pill.click();
    await expect(dashboard.article('خبر ثان ينتظر')).toBeInViewport();
    await expect(dashboard.article('خبر أول ينتظر')).toBeInViewport();
    await expect(dashboard.pill).toHaveCount(0);
    await expect(page).toHaveTitle('مرصد');
    expect(await dashboard.scroller.evaluate((element) => element.scrollTop)).toBe(0);
  });

  test('under the pointer nothing moves at the top either; when the pointer leaves, what waited comes in', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    const title = await dashboard.titles.first().textContent();
    const read = dashboard.article(String(title));
    await read.hover();
    await expectUnmoved(read, async () => {
      newsroom.feed().publish({ id: 'hovered', title: 'خبر يصل والمؤشر فوق القائمة' });
      await expect(dashboard.pill).toHaveAttribute('data-count', '1');
    });
    await expect(dashboard.pill).toContainText('خبر جديد');
    await expect(dashboard.article('خبر يصل والمؤشر فوق القائمة')).toHaveCount(0);

    await page.getByRole('banner').hover();
    await expect(dashboard.articles.first()).toContainText('خبر يصل والمؤشر فوق القائمة');
    await expect(dashboard.pill).toHaveCount(0);
  });

  test('the old items of a newly added feed slot in silently: no pill, and what is being read stays where it is', async ({ dashboard }) => {
    await dashboard.open(newsroom.address());
    const read = await dashboard.find(filled(15));
    await readAt(read);
    const known = await dashboard.listed();
    const [above, below] = ['خبر قديم فوق ما يُقرأ', 'خبر قديم تحت ما يُقرأ'];
    await expectUnmoved(read, async () => {
      await newsroom.restart([{ id: 'old-1', title: above, publishedAt: ago(HOUR) }, { id: 'old-2', title: below, publishedAt: ago(20 * HOUR) }]);
      await expect.poll(() => dashboard.listed()).toBe(known + 2);
    });
    await expect(dashboard.pill).toHaveCount(0);
    await expect(await dashboard.find(above)).not.toHaveClass(/is-fresh/u);
    await expect(await dashboard.find(below)).not.toHaveClass(/is-fresh/u);

    newsroom.feed(1).publish({ id: 'new-1', title: 'خبر جديد من المصدر المضاف' });
    await expect(dashboard.pill).toHaveAttribute('data-count', '1');
  });
});
