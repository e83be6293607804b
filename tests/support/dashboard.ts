import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** What a test says of the dashboard, in the words of its parts. */
export interface Dashboard {
  page: Page;
  articles: Locator;
  titles: Locator;
  /** the article with exactly this title; of a long list only those near the screen are drawn */
  article(title: string): Locator;
  /** how many the list holds, drawn or not */
  listed(): Promise<number>;
  /** scrolls down until the article is drawn */
  find(title: string): Promise<Locator>;
  /** the titles of the whole list in their order, scrolled through from its top */
  everyTitle(): Promise<string[]>;
  /** the article beside the list */
  reader: Locator;
  badge: Locator;
  pill: Locator;
  total: Locator;
  scroller: Locator;
  banner: Locator;
  status: Locator;
  /** a row of the most mentioned places or topics, by its id */
  rank(list: 'top-places' | 'top-topics', id: string): Locator;
  /** the chart's numbers, as its table tells them */
  bars(): Promise<number[]>;
  /** opens the page and waits until it is live */
  open(address: string): Promise<void>;
}

/** Pixels; less than a screen, so that no card is passed over. */
const STEP = 300;

/** Scrolls, and waits until what is there is drawn. @returns whether there is more below */
function scrollTo(scroller: Locator, top: number): Promise<boolean> {
  return scroller.evaluate(async (element, to) => {
    element.scrollTop = to;
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    return element.scrollTop + element.clientHeight < element.scrollHeight - 1;
  }, top);
}

/** As scrollTo; at the end of a list it waits for the older page that is still to come. */
async function scrollOn(page: Page, top: number): Promise<boolean> {
  const feed = page.getByTestId('feed');
  const held = (await feed.getAttribute('data-count')) ?? '';
  if (await scrollTo(page.getByTestId('feed-scroller'), top)) return true;
  if ((await page.getByTestId('older').count()) > 0) await expect(feed).not.toHaveAttribute('data-count', held);
  return (await feed.getAttribute('data-count')) !== held;
}

const placedTitles = (feed: Locator): Promise<[number, string][]> => feed.locator('article').evaluateAll((all) =>
  all.map((one) => [Number(one.getAttribute('aria-posinset')), one.querySelector('h3')?.textContent ?? '']));

function dashboardOf(page: Page): Dashboard {
  const feed = page.getByTestId('feed');
  const scroller = page.getByTestId('feed-scroller');
  const article = (title: string) => feed.getByRole('article', { name: title, exact: true });
  const badge = page.getByTestId('connection');
  return {
    page,
    badge,
    articles: feed.locator('article'),
    titles: feed.locator('article h3'),
    article,
    reader: page.getByTestId('reader'),
    listed: async () => Number(await feed.getAttribute('data-count')),
    async find(title) {
      for (let from = 0; (await article(title).count()) === 0; from += STEP) {
        expect(await scrollOn(page, from), `the list has "${title}"`).toBe(true);
      }
      return article(title);
    },
    async everyTitle() {
      const titles = new Map<number, string>();
      for (let from = 0, more = true; more; from += STEP) {
        more = await scrollOn(page, from);
        for (const [place, title] of await placedTitles(feed)) titles.set(place, title);
      }
      return [...titles].sort(([a], [b]) => a - b).map(([, title]) => title);
    },
    pill: page.getByTestId('new-pill'),
    total: page.getByTestId('panel-total'),
    scroller,
    banner: page.getByTestId('sample-banner'),
    status: page.getByTestId('status'),
    rank: (list, id) => page.getByTestId(list).locator(`[data-rank-id="${id}"]`),
    bars: async () => (await page.getByTestId('chart').locator('td:nth-of-type(1)').allTextContents()).map(Number),
    async open(address) {
      await page.goto(address);
      await expect(badge).toHaveAttribute('data-state', 'live');
    },
  };
}

/** Scrolls to where something can be read, and waits until the list rests: what comes into sight is laid out in the frames that follow. */
export async function readAt(read: Locator): Promise<void> {
  await read.scrollIntoViewIfNeeded();
  await read.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  await read.hover({ trial: true });
}

/** Runs something that must not move what is being read, and checks that it did not, to the pixel. */
export async function expectUnmoved(read: Locator, meanwhile: () => Promise<void>): Promise<void> {
  const before = await read.boundingBox();
  expect(before, 'what is being read is on the screen').not.toBeNull();
  await meanwhile();
  expect(await read.boundingBox()).toEqual(before);
}

/** What a page did that no page of ours may do. */
export interface Conduct {
  /** requests and sockets to any host but the page's own */
  foreign: string[];
  /** errors on the console, refusals by the Content-Security-Policy among them, and uncaught ones */
  errors: string[];
}

const isOurs = (address: string) => !/^(?:https?|wss?):/u.test(address) || new URL(address).hostname === '127.0.0.1';

export function watchConduct(page: Page): Conduct {
  const conduct: Conduct = { foreign: [], errors: [] };
  const note = (address: string) => {
    if (!isOurs(address)) conduct.foreign.push(address);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  page.on('pageerror', (error) => conduct.errors.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') conduct.errors.push(message.text());
  });
  return conduct;
}

/** What the browser itself writes of a lost connection or a refused request, which some tests bring about. */
const OF_THE_NETWORK = /^Failed to load resource|^WebSocket connection to/u;

/**
 * Tests with a dashboard, read by an Arab in Damascus unless they say otherwise. Every page is watched: whatever a test is
 * about, it fails where its page asked another host, broke its own Content-Security-Policy, or threw.
 */
export const test = base.extend<{ dashboard: Dashboard; conduct: Conduct; named: readonly string[] }>({
  /** hosts that the test has the page ask */
  named: [[], { option: true }],
  locale: 'ar-SY',
  timezoneId: 'Asia/Damascus',
  conduct: [async ({ page, named }, use) => {
    const conduct = watchConduct(page);
    await use(conduct);
    expect(conduct.foreign.filter((address) => !named.includes(new URL(address).hostname)), 'requests to other hosts').toEqual([]);
    expect(conduct.errors.filter((text) => !OF_THE_NETWORK.test(text)), 'errors in the browser').toEqual([]);
  }, { auto: true }],
  dashboard: async ({ page }, use) => {
    await use(dashboardOf(page));
  },
});

export { expect };
