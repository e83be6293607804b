import { expect, expectUnmoved, readAt, test } from '../support/dashboard';
import { deferred } from '../support/deferred';
import { createNewsroom } from '../support/newsroom';
import { AR, EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });
const MINUTE = 60_000;
const OLD = 80;
const title = (n: number) => `خبر رقم ${n}: متابعة لما جرى في المدينة`;
const STORY = { id: 'story', title: 'المفاوضات مستمرة في جنيف بشأن إدلب', text: 'قال الوسطاء إن المفاوضات مستمرة في جنيف بشأن مدينة إدلب.', link: 'https://sahifa.example/story' };
const ENGLISH = { id: 'english', title: 'Talks on Idlib go on in Geneva', text: 'Mediators said the talks on Idlib go on in Geneva.', link: 'https://sahifa.example/english' };

test.beforeAll(async () => {
  await newsroom.start();
  const began = Date.now();
  newsroom.feed().publish({ ...STORY, publishedAt: new Date(began - MINUTE) }, { ...ENGLISH, publishedAt: new Date(began - 2 * MINUTE) });
  newsroom.feed().publish(...Array.from({ length: OLD }, (_, n) => ({ id: `o-${n + 1}`, title: title(n + 1), publishedAt: new Date(began - (n + 10) * MINUTE) })));
  await newsroom.stored(OLD + 2);
});
test.afterAll(() => newsroom.stop());

test.describe('in Arabic', () => {
  test('a card says when it was published in the zone of its reader, and what role its places play', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    const card = dashboard.article(STORY.title);
    const iso = String(await card.locator('time').getAttribute('datetime'));
    const clock = await page.evaluate((at) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Damascus' }).format(new Date(at)), iso);
    await expect(card.locator('time')).toContainText(clock);
    const venue = card.locator('[data-chip="place"][data-role="venue"]');
    await expect(venue).toContainText('جنيف');
    await expect(venue).toContainText(AR.feed.roleWord.venue);
    await expect(venue).toHaveAttribute('title', /Geneva/u);
  });

  test('the words that the reader searches for are lit up in whatever form they stand there', async ({ dashboard }) => {
    await dashboard.open(`${newsroom.address()}/?q=${encodeURIComponent('مفاوضات')}`);
    await expect(dashboard.article(STORY.title).locator('h3 mark')).toHaveText('المفاوضات');
  });

  test('older pages come by themselves near the end, and only what is near the screen is drawn', async ({ dashboard }) => {
    await dashboard.open(newsroom.address());
    expect(await dashboard.listed()).toBeLessThan(OLD);
    await expect(await dashboard.find(title(OLD))).toBeAttached();
    expect(await dashboard.listed()).toBe(OLD + 2);
    expect(await dashboard.articles.count()).toBeLessThan(40);
    expect(await dashboard.everyTitle()).toEqual([STORY.title, ENGLISH.title, ...Array.from({ length: OLD }, (_, n) => title(n + 1))]);
  });

  test('a page that comes after its list has gone holds up none of the list that came', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    const held = deferred<void>();
    await page.route('**/api/articles?*', async (route) => {
      await held.promise;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/articles?*');
    const toEnd = () => dashboard.scroller.evaluate((element) => { element.scrollTop = element.scrollHeight; });
    await toEnd();
    await asked;
    await page.getByTestId('filter-text').fill('متابعة');
    await expect(dashboard.article(STORY.title)).toHaveCount(0);
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('متابعة');
    await toEnd();
    await expect(dashboard.articles.last()).toHaveAttribute('aria-posinset', String(await dashboard.listed()));
    held.resolve();
    await expect.poll(() => dashboard.listed()).toBe(OLD);
  });

  test('paused, nothing moves, not even at the top; let go, what waited comes in', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    const follow = page.getByTestId('follow');
    await expect(follow).toHaveAttribute('data-follow', 'live');
    await page.keyboard.press('p');
    await expect(follow).toHaveAttribute('data-follow', 'paused');
    newsroom.feed().publish({ id: 'paused', title: 'خبر يصل والقائمة موقوفة' });
    await expect(dashboard.pill).toHaveAttribute('data-count', '1');
    await expect(page).toHaveTitle(/^\(1\)/u);
    await page.getByTestId('pause').click();
    await expect(follow).toHaveAttribute('data-follow', 'live');
    await expect(dashboard.articles.first()).toContainText('خبر يصل والقائمة موقوفة');
  });

  test('down the list what is read stays where it is while new ones wait, and the state says which', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    const read = await dashboard.find(title(40));
    await readAt(read);
    await expect(page.getByTestId('follow')).toHaveAttribute('data-follow', 'caught-up');
    await expectUnmoved(read, async () => {
      newsroom.feed().publish({ id: 'down', title: 'خبر يصل والقارئ في أسفل القائمة' });
      await expect(page.getByTestId('follow')).toHaveAttribute('data-follow', 'waiting');
    });
    await dashboard.pill.click();
    await expect(dashboard.articles.first()).toContainText('خبر يصل والقارئ في أسفل القائمة');
  });

  for (const from of [20, 70]) {
    test(`closer or wider, the article at the top of the view stays there (${from} of ${OLD})`, async ({ dashboard, page }) => {
      await dashboard.open(newsroom.address());
      const read = await dashboard.find(title(from));
      const place = () => read.evaluate((card) => Math.round(card.getBoundingClientRect().top - (card.closest('#feed')?.getBoundingClientRect().top ?? 0)));
      await read.evaluate((card) => { card.scrollIntoView(); });
      await dashboard.scroller.evaluate((list) => { list.scrollTop += 12; });
      await expect.poll(place).toBe(-12);
      await page.getByTestId('menu-button').click();
      for (const density of ['compact', 'comfortable']) {
        const height = (await read.boundingBox())?.height;
        await page.getByTestId('density-switch').locator(`[data-choice="${density}"]`).click();
        await expect.poll(async () => (await read.boundingBox())?.height).not.toBe(height);
        await dashboard.scroller.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
        expect(Math.abs((await place()) + 12), density).toBeLessThanOrEqual(1);
      }
    });
  }

  test('beside an open article nothing in the list moves; what waits stands above the list, over none of it, and comes in when the article is closed', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    const read = dashboard.articles.nth(2);
    await read.getByTestId('read').click();
    await expect(dashboard.reader.getByTestId('reader-text')).toBeVisible();
    await dashboard.reader.getByTestId('reader-text').hover();
    const card = page.getByTestId('feed').locator('[data-open]');
    const first = dashboard.articles.first();
    const before = await first.boundingBox();
    await expectUnmoved(card, async () => {
      newsroom.feed().publish({ id: 'beside', title: 'خبر يصل والقارئ يقرأ خبرًا بجانب القائمة' });
      await expect(dashboard.pill).toHaveAttribute('data-count', '1');
    });
    expect(await first.boundingBox()).toEqual(before);
    const [pill, list] = [await dashboard.pill.boundingBox(), await dashboard.scroller.boundingBox()];
    expect((pill?.y ?? 0) + (pill?.height ?? 0)).toBeLessThanOrEqual(list?.y ?? 0);
    await dashboard.reader.locator('[data-action="close"]').click();
    await expect(dashboard.articles.first()).toContainText('خبر يصل والقارئ يقرأ خبرًا بجانب القائمة');
  });

  test('an opened article is in the address: it can be sent, and back closes it', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await dashboard.article(STORY.title).getByTestId('read').click();
    await expect(dashboard.reader.getByTestId('reader-text').getByRole('heading')).toHaveText(STORY.title);
    await expect(dashboard.reader.getByRole('link').first()).toHaveAttribute('href', STORY.link);
    await expect(dashboard.reader.getByTestId('sightings').getByRole('listitem')).toHaveCount(1);
    const address = page.url();
    expect(address).toMatch(/[?&]article=[0-9]+$/u);
    await page.goBack();
    await expect(dashboard.reader).toHaveCount(0);
    // by itself, though the filter leaves it out of the list
    await page.goto(`${address}&q=${encodeURIComponent('زلزال')}`);
    await expect(dashboard.reader.getByTestId('reader-text').getByRole('heading')).toHaveText(STORY.title);
  });

  test('read, starred and hidden are kept for the reader; hiding can be undone', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    const card = (n: number) => page.getByTestId('feed').locator('article', { hasText: title(n) });
    const kept = () => page.waitForResponse((response) => response.url().endsWith('/api/reader/marks') && response.request().method() === 'PATCH');
    let saved = kept();
    await card(1).getByTestId('read').click();
    await saved;
    await page.keyboard.press('Escape');
    await expect(card(1)).toHaveAttribute('data-read', '');
    saved = kept();
    await card(2).locator('[data-action="star"]').click();
    await saved;
    await card(3).locator('[data-action="hide"]').click();
    await expect(card(3)).toHaveCount(0);
    saved = kept();
    await page.getByTestId('mark-notice').getByRole('button', { name: AR.feed.undo }).click();
    await saved;
    await expect(card(3)).toHaveCount(1);
    saved = kept();
    await card(4).locator('[data-action="hide"]').click();
    await saved;

    await page.reload();
    await expect(card(1)).toHaveAttribute('data-read', '');
    await expect(card(4)).toHaveCount(0);
    await expect(page.getByTestId('counts-line')).not.toContainText(AR.filters.countedAll);
    await page.locator('[data-list="starred"]').click();
    await expect(dashboard.articles).toHaveCount(1);
    await expect(page.getByTestId('counts-line')).toContainText(AR.filters.countedAll);
    await expect(dashboard.articles).toContainText(title(2));
    await page.reload();
    await expect(dashboard.articles).toHaveCount(1);
    await expect(page.locator('[data-list="starred"] input')).toBeChecked();
    await page.goBack();
    await expect(page.locator('[data-list="all"] input')).toBeChecked();
    await expect(card(1)).toHaveCount(1);
  });

  test('a mark that can not be kept is taken back, and it is said', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await page.route('**/api/reader/marks', (route) => (route.request().method() === 'PATCH' ? route.fulfill({ status: 500, body: '' }) : route.continue()));
    const star = dashboard.article(ENGLISH.title).locator('[data-action="star"]');
    await star.click();
    await expect(page.getByTestId('mark-notice')).toContainText(AR.feed.markFailed.split(':')[0] ?? '');
    await expect(star).toHaveAttribute('aria-pressed', 'false');
  });
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });

  test('an article is cited as its own language does', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await dashboard.article(STORY.title).getByTestId('read').click();
    await dashboard.reader.locator('[data-action="cite"]').click();
    await expect(dashboard.reader.getByRole('status')).toHaveText(EN.article.cited);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^صحيفة الاختبار 1، «المفاوضات مستمرة في جنيف بشأن إدلب»، .+، https:\/\/sahifa\.example\/story$/u);
    await expect(dashboard.reader.getByTestId('reader-text')).toHaveCSS('direction', 'rtl');
  });

  test('compact, a card is a third lower', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    const height = async () => (await dashboard.article(STORY.title).boundingBox())?.height ?? 0;
    const comfortable = await height();
    await page.evaluate(() => { document.documentElement.dataset.density = 'compact'; });
    await expect.poll(height).toBeLessThan(comfortable * 0.67);
  });
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a card says the time of day as well, beside its source and what can be done with it', async ({ dashboard }) => {
    await dashboard.open(newsroom.address());
    const card = dashboard.article(STORY.title);
    await expect(card.locator('.card-clock')).toBeVisible();
    await expect(card.locator('.card-clock')).toHaveText(/^[0-9]{2}:[0-9]{2}$/u);
    const boxes = await card.locator('.card-source, time > span, .card-action').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => ({ left, right })).sort((a, b) => a.left - b.left));
    boxes.slice(1).forEach(({ left }, n) => expect(left).toBeGreaterThanOrEqual(boxes[n]?.right ?? 0));
  });

  test('the article stands over the list, and closing it leads back', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await dashboard.article(STORY.title).getByTestId('read').click();
    await expect(dashboard.reader).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(390);
    await dashboard.reader.locator('[data-action="close"]').click();
    await expect(dashboard.reader).toHaveCount(0);
    await expect(dashboard.article(STORY.title)).toBeVisible();
  });
});
