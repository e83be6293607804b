import { expect, test, type Dashboard } from '../support/dashboard';
import { deferred } from '../support/deferred';
import { createNewsroom } from '../support/newsroom';
import { AR, EN } from '../support/texts';

const newsroom = createNewsroom({ feeds: 1 });

/** Newest first, a minute apart, so that every list has one order. */
const STORED = {
  idlib: { title: 'قصف جوي على مدينة إدلب', text: 'قتل مدنيون في قصف جوي على مدينة إدلب شمال غربي سوريا.' },
  damascus: { title: 'الحكومة في دمشق تقر ميزانية العام', text: 'أقر مجلس الوزراء في دمشق ميزانية العام المقبل، وارتفع التضخم في الأسواق والبنوك.' },
  cairo: { title: 'البنك المركزي المصري يرفع أسعار الفائدة', text: 'رفع البنك المركزي في القاهرة أسعار الفائدة لكبح التضخم.' },
  rabat: { title: 'المنتخب المغربي يفوز في الرباط', text: 'فاز المنتخب المغربي لكرة القدم على ضيفه في مباراة ودية بالرباط.' },
  talks: { title: 'تعثر والمفاوضات مستمرة في أستانا', text: 'قال الوسطاء إن المفاوضات مستمرة في أستانا رغم تعثرها.' },
};

test.beforeAll(async () => {
  await newsroom.start();
  const began = Date.now();
  newsroom.feed().publish(...Object.entries(STORED).map(([id, item], n) => ({ id, ...item, publishedAt: new Date(began - (n + 1) * 60_000) })));
  await newsroom.stored(Object.keys(STORED).length);
});
test.afterAll(() => newsroom.stop());

const parameters = (dashboard: Dashboard) => Object.fromEntries([...new URL(dashboard.page.url()).searchParams]);

/** The list, newest first, as far as it is drawn, and the number beside it, which counts all of it, for the present filter. */
async function expectShown(dashboard: Dashboard, titles: string[]): Promise<void> {
  await expect(dashboard.titles).toHaveText(titles);
  const feed = dashboard.page.getByTestId('feed');
  await expect.poll(async () => await dashboard.total.getAttribute('data-value') === await feed.getAttribute('data-count')).toBe(true);
}

async function choose({ page }: Dashboard, list: 'filter-region' | 'filter-topic', search: string, id: string): Promise<void> {
  await page.getByTestId(list).getByRole('searchbox').fill(search);
  await page.getByTestId(list).locator(`[data-choice="${id}"]`).check();
}

interface Case {
  name: string;
  choose(dashboard: Dashboard): Promise<void>;
  address: Record<string, string>;
  shown: string[];
  matching: { title: string; text: string };
  other: { title: string; text: string };
}

const CASES: Case[] = [
  {
    name: 'by region, found by its vocalised name: a country takes what names one of its cities',
    choose: (dashboard) => choose(dashboard, 'filter-region', 'سُورِيَا', 'SY'),
    address: { region: 'SY' },
    shown: [STORED.idlib.title, STORED.damascus.title],
    matching: { title: 'غارات على مدينة حلب', text: 'شنت طائرات غارات على مدينة حلب شمالي سوريا.' },
    other: { title: 'افتتاح متحف في الرباط', text: 'افتتح في الرباط متحف للفن المغربي المعاصر.' },
  },
  {
    name: 'by topic',
    choose: (dashboard) => choose(dashboard, 'filter-topic', 'رياضة', 'sport'),
    address: { topic: 'sport' },
    shown: [STORED.rabat.title],
    matching: { title: 'مباراة نهائية في كرة القدم', text: 'فاز الفريق بالمباراة النهائية لكرة القدم بهدفين.' },
    other: { title: 'غارات ليلية على إدلب', text: 'شنت طائرات غارات على مدينة إدلب وقتل مدنيون.' },
  },
  {
    name: 'by text, typed without the article and the conjunction that the items have',
    choose: ({ page }) => page.getByTestId('filter-text').fill('مفاوضات'),
    address: { q: 'مفاوضات' },
    shown: [STORED.talks.title],
    matching: { title: 'استئناف المحادثات', text: 'أعلن الوسيط استئناف الحوار وبالمفاوضات المباشرة بين الطرفين.' },
    other: { title: 'ارتفاع أسعار النفط', text: 'ارتفعت أسعار النفط في الأسواق العالمية.' },
  },
  {
    name: 'by text, typed in another spelling than the items have',
    // the places that are offered would lie over what is pressed next
    choose: async ({ page }) => {
      await page.getByTestId('filter-text').fill('ادلب');
      await page.locator('[data-suggestion]').first().waitFor();
      await page.getByTestId('filter-text').press('Escape');
    },
    address: { q: 'ادلب' },
    shown: ['غارات ليلية على إدلب', STORED.idlib.title],
    matching: { title: 'نازحون يعودون', text: 'عاد مئات النازحين إلى قراهم جنوب إدلب.' },
    other: { title: 'سيول في عمان', text: 'تسببت السيول في قطع الطرق.' },
  },
];

test.describe.configure({ mode: 'serial' });

for (const { name, choose: filter, address, shown, matching, other } of CASES) {
  test(`${name}: of a matching and another item only the one appears, and the count follows`, async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await filter(dashboard);
    await expectShown(dashboard, shown);
    expect(parameters(dashboard)).toEqual(address);
    const before = await dashboard.status.textContent();

    newsroom.feed().publish({ id: matching.title, ...matching }, { id: other.title, ...other });
    await expect(dashboard.article(matching.title)).toBeVisible();
    await expectShown(dashboard, [matching.title, ...shown]);
    // both came in one poll: the other one is stored too, and only the filter keeps it away
    await page.getByTestId('active-filters').getByRole('button', { name: AR.filters.clear, exact: true }).click();
    await expect(dashboard.article(other.title)).toBeVisible();
    expect(parameters(dashboard)).toEqual({});
    expect(await dashboard.status.textContent()).not.toBe(before);
  });
}

test('the address holds the filter: it survives a reload, and back undoes one step at a time', async ({ dashboard, page }) => {
  await dashboard.open(newsroom.address());
  const everything = await dashboard.titles.allTextContents();
  await dashboard.article(STORED.damascus.title).locator('[data-chip-id="economy"]').click();
  const economy = ['ارتفاع أسعار النفط', STORED.damascus.title, STORED.cairo.title];
  await expectShown(dashboard, economy);
  await choose(dashboard, 'filter-region', 'سوريا', 'SY');
  await expectShown(dashboard, [STORED.damascus.title]);
  await page.getByTestId('filter-text').fill('ميزانية');
  await expect.poll(() => parameters(dashboard)).toEqual({ topic: 'economy', region: 'SY', q: 'ميزانية' });

  await page.reload();
  await expectShown(dashboard, [STORED.damascus.title]);
  await expect(page.getByTestId('filter-text')).toHaveValue('ميزانية');
  await expect(page.getByTestId('filter-region').getByRole('treeitem', { checked: true })).toHaveCount(1);

  await page.goBack();
  await expect(page.getByTestId('filter-text')).toHaveValue('');
  expect(parameters(dashboard)).toEqual({ topic: 'economy', region: 'SY' });
  // before the first step has come to rest
  await page.goBack();
  await expectShown(dashboard, economy);
  await page.goBack();
  // what is drawn of a list that is longer than the screen
  await expect(dashboard.titles).toHaveText(everything);
  await page.goForward();
  await expectShown(dashboard, economy);
  await page.getByTestId('locale-switch').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(parameters(dashboard)).toEqual({ topic: 'economy' });
  await expectShown(dashboard, economy);
});

test('back, pressed while the page is still loading, leads the filter too', async ({ dashboard, page }) => {
  await dashboard.open(newsroom.address());
  const everything = await dashboard.titles.allTextContents();
  await dashboard.article(STORED.damascus.title).locator('[data-chip-id="economy"]').click();
  await expect(dashboard.article(STORED.rabat.title)).toHaveCount(0);
  const back = deferred();
  await page.route('**/_next/static/chunks/**/*.js', async (route) => {
    await back.promise;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await expect(dashboard.article(STORED.damascus.title)).toBeVisible();
  await page.goBack({ waitUntil: 'commit' });
  expect(parameters(dashboard)).toEqual({});
  back.resolve();
  await expect(dashboard.titles).toHaveText(everything);
});

test('a filter that nothing matches says so, and takes in what matches later', async ({ dashboard }) => {
  await dashboard.open(`${newsroom.address()}/?q=${encodeURIComponent('زلزال')}`);
  await expect(dashboard.page.getByTestId('empty')).toContainText(AR.empty.noMatchTitle);
  await expect(dashboard.total).toHaveAttribute('data-value', '0');
  newsroom.feed().publish({ id: 'quake', title: 'الزلزال يضرب الساحل', text: 'ضرب زلزال الساحل فجرا.' });
  await expectShown(dashboard, ['الزلزال يضرب الساحل']);
});

for (const [locale, typed, label, text] of [['ar', 'ادلب', 'إدلب', AR], ['en', 'idl', 'Idlib', EN]] as const) {
  test(`a stranger finds what is about Idlib of the last day, by mouse (${locale})`, async ({ dashboard, page }) => {
    await page.context().addCookies([{ name: 'marsad_locale', value: locale, url: newsroom.address() }]);
    await dashboard.open(newsroom.address());
    await page.getByTestId('filter-text').pressSequentially(typed);
    await page.getByRole('option', { name: text.filters.suggestAbout.replace('{name}', label) }).click();
    await page.getByTestId('filter-time').locator('[data-last="24h"]').click();
    await expect.poll(() => parameters(dashboard)).toMatchObject({ role: 'about', last: '24h' });
    await expect(page.getByTestId('filter-text')).toHaveValue('');
    await expect(dashboard.article(STORED.cairo.title)).toHaveCount(0);
    await expect(dashboard.article(STORED.idlib.title)).toBeVisible();
    await expect(page.getByTestId('active-filters').locator('[data-part]')).toHaveText([label, text.role.about, text.filters.lastLong['24h']]);
    await page.getByTestId('active-filters').locator('[data-part="role"]').click();
    await expect.poll(() => parameters(dashboard)).not.toHaveProperty('role');
  });
}

test('filters that are taken off one right after the other stay off', async ({ dashboard, page }) => {
  await dashboard.open(`${newsroom.address()}/?region=SY&topic=conflict&last=24h`);
  const active = page.getByTestId('active-filters');
  await expect(active.locator('[data-part]')).toHaveCount(3);
  const few = await dashboard.listed();
  // faster than a hand, as the list behind them is drawn later than they are
  await active.evaluate(async (group) => {
    for (const part of group.querySelectorAll<HTMLElement>('[data-part]')) {
      part.click();
      await Promise.resolve();
    }
  });
  await expect(active).toHaveCount(0);
  await expect.poll(() => dashboard.listed()).toBeGreaterThan(few);
  await expect(active).toHaveCount(0);
  expect(parameters(dashboard)).toEqual({});
});

test('the search box is a combobox: arrows choose a place, Escape leaves the words as they are', async ({ dashboard, page }) => {
  await dashboard.open(newsroom.address());
  const box = page.getByRole('combobox', { name: AR.filters.text });
  await box.focus();
  await expect(page.getByTestId('search-help')).toContainText(AR.filters.help.or);
  await box.pressSequentially('دمش');
  await expect(page.locator('[data-suggestion^="place"]').first()).toBeVisible();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await box.press('ArrowDown');
  await box.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toContainText('دمشق');
  await box.press('Enter');
  await expect.poll(() => parameters(dashboard)).toMatchObject({ region: expect.stringMatching(/.+/u) });
  await expect(dashboard.titles).toHaveText([STORED.damascus.title]);
  await box.pressSequentially('ميزانية');
  await box.press('Escape');
  await expect(box).toHaveAttribute('aria-expanded', 'false');
  await expect(box).toHaveValue('ميزانية');
});

test('the tree is walked by keys, opens provinces down to towns, and counts what each would find', async ({ dashboard, page }) => {
  await dashboard.open(`${newsroom.address()}/?region=SY`);
  const places = page.getByTestId('filter-region');
  const syria = places.locator('[data-choice="SY"]');
  await expect(syria).toHaveAttribute('aria-checked', 'true');
  await expect(syria).toHaveAttribute('data-count', String(await dashboard.articles.count()));
  await syria.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(syria).toHaveAttribute('aria-expanded', 'true');
  // as an Arabic keyboard sends it: the driver's own has Latin letters only
  await syria.dispatchEvent('keydown', { key: 'إ', bubbles: true });
  const province = places.getByRole('treeitem', { name: /^إدلب/u }).first();
  await expect(province).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const town = places.locator('[data-choice="169389"]');
  await expect(town).toHaveAttribute('aria-level', String(Number(await province.getAttribute('aria-level')) + 1));
  await page.keyboard.press('ArrowDown');
  await expect(town).toBeFocused();
  await page.keyboard.press('Space');
  await expect.poll(() => new URL(page.url()).searchParams.getAll('region')).toEqual(['SY', '169389']);

  await page.reload();
  await expect(page.getByTestId('active-filters').locator('[data-part="region"]')).toHaveText(['سوريا', 'إدلب']);
});

test('publishers, languages and roles are chosen, stand in the address, and what is closed stays closed', async ({ dashboard, page }) => {
  await dashboard.open(newsroom.address());
  const everything = await dashboard.titles.allTextContents();
  await page.getByTestId('filter-publisher').getByRole('treeitem').first().check();
  await page.getByTestId('filter-lang').locator('[data-choice="ar"]').check();
  await expect.poll(() => parameters(dashboard)).toMatchObject({ publisher: expect.stringMatching(/^[0-9]+$/u), lang: 'ar' });
  await expectShown(dashboard, everything);
  const role = page.getByTestId('filter-role').locator('[data-choice="about"]');
  await role.check();
  await expect(role).not.toHaveAttribute('data-count', '0');
  await page.getByTestId('filter-topic').getByRole('button', { name: AR.filters.topic }).click();
  await page.reload();
  await expect(page.getByTestId('filter-topic').getByRole('button', { name: AR.filters.topic })).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByTestId('filter-lang').locator('[data-choice="ar"]')).toHaveAttribute('aria-checked', 'true');
});

test('numbers beside the choices follow what arrives', async ({ dashboard, page }) => {
  await dashboard.open(newsroom.address());
  const sport = page.getByTestId('filter-topic').locator('[data-choice="sport"]');
  await page.getByTestId('filter-topic').getByRole('searchbox').fill('رياضة');
  await expect(sport).toHaveAttribute('data-count', /[0-9]/u);
  const before = Number(await sport.getAttribute('data-count'));
  newsroom.feed().publish({ id: 'match', title: 'فوز في مباراة كرة القدم', text: 'فاز المنتخب في مباراة كرة القدم بهدف.' });
  await expect(sport).toHaveAttribute('data-count', String(before + 1), { timeout: 15_000 });
});

test('days are the reader\'s: from and to take whole days of Damascus', async ({ dashboard, page }) => {
  await dashboard.open(newsroom.address());
  await page.getByTestId('filter-from').fill('2017-09-14');
  await page.getByTestId('filter-to').fill('2017-09-14');
  await expect.poll(() => parameters(dashboard)).toEqual({ from: '2017-09-13T21:00:00.000Z', to: '2017-09-14T21:00:00.000Z' });
  await expect(page.getByTestId('empty')).toBeVisible();
  await page.getByTestId('filter-time').locator('[data-last="any"]').click();
  await expect.poll(() => parameters(dashboard)).toEqual({});
});

test('where nothing matches, the part that hides most can be dropped by one click', async ({ dashboard, page }) => {
  await dashboard.open(`${newsroom.address()}/?region=KZ&topic=sport&q=${encodeURIComponent('مباراة')}`);
  const narrowest = page.getByTestId('narrowest');
  await expect(narrowest.locator('button').first()).toHaveAttribute('data-drop', 'region KZ');
  await narrowest.locator('button').first().click();
  await expect.poll(() => parameters(dashboard)).toEqual({ topic: 'sport', q: 'مباراة' });
  await expect(dashboard.articles.first()).toBeVisible();
});

test('a bad filter in the address gets a message that names what is wrong, and a way out', async ({ dashboard, page }) => {
  await page.goto(`${newsroom.address()}/?window=3h&region=${encodeURIComponent('SY; drop')}&topic=conflict`);
  await expect(page.getByRole('heading')).toHaveText(AR.badFilter.title);
  const problems = page.getByRole('listitem');
  await expect(problems).toHaveText([AR.badFilter.region, AR.badFilter.window]);
  await expect(dashboard.articles).toHaveCount(0);
  await page.getByRole('link', { name: AR.badFilter.home }).click();
  await expect(dashboard.article(STORED.idlib.title)).toBeVisible();
});

test('a name that is misspelt: the place that it is near is offered, and the numbers blame no span of time', async ({ dashboard, page }) => {
  await dashboard.open(`${newsroom.address()}/?q=${encodeURIComponent('القاهرو')}`);
  await expect(page.getByTestId('no-match')).toHaveText(AR.panel.noMatch);
  await expect(page.getByTestId('top-places')).toHaveCount(0);
  await page.getByTestId('near-places').getByRole('button', { name: 'القاهرة', exact: true }).click();
  await expect(dashboard.article(STORED.cairo.title)).toBeVisible();
  await expect(page.getByTestId('no-match')).toHaveCount(0);
});

test('on a telephone the list begins at its top after another filter was chosen', async ({ dashboard, page }) => {
  await page.setViewportSize({ width: 390, height: 400 });
  await dashboard.open(newsroom.address());
  await dashboard.scroller.evaluate((list) => list.scrollTo({ top: 250 }));
  await expect.poll(() => dashboard.scroller.evaluate((list) => list.scrollTop)).toBeGreaterThan(100);
  await page.locator('[data-tab-name="filters"]').click();
  await page.getByTestId('filter-time').locator('[data-last="24h"]').click();
  await expect.poll(() => parameters(dashboard)).toMatchObject({ last: '24h' });
  await page.locator('[data-tab-name="feed"]').click();
  await expect.poll(() => dashboard.scroller.evaluate((list) => list.scrollTop)).toBe(0);
});
