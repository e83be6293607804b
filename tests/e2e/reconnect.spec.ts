import { createCuttableProxy, type CuttableProxy } from '../support/cuttable-proxy';
import { expect, test, type Dashboard } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { AR } from '../support/texts';

const CUTS = 20;

const newsroom = createNewsroom({ feeds: 1 });
let wire: CuttableProxy;
test.beforeAll(async () => {
  await newsroom.start();
  wire = await createCuttableProxy(newsroom.port());
});
test.afterAll(async () => {
  await wire?.close();
  await newsroom.stop();
});

/** Writes down in the page every state that the badge goes through. */
async function recordPhases({ badge }: Dashboard): Promise<void> {
  await badge.evaluate((element) => {
    const phases = [element.getAttribute('data-state')];
    new MutationObserver(() => phases.push(element.getAttribute('data-state'))).observe(element, { attributeFilter: ['data-state'] });
    Object.assign(window, { phases });
  });
}

const phasesOf = ({ page }: Dashboard) => page.evaluate(() => (window as unknown as { phases: string[] }).phases);
const timesLive = async (dashboard: Dashboard) => (await phasesOf(dashboard)).filter((phase) => phase === 'live').length;

const published: string[] = [];
function publish(): void {
  const title = `خبر عاجل رقم ${published.length + 1} يصل والاتصال ينقطع`;
  published.push(title);
  newsroom.feed().publish({ id: `item-${published.length}`, title });
}

/** Ways of losing the connection while an item is on its way. All resolve once it is lost. */
const LOSSES: (() => Promise<void>)[] = [
  async function whileItWaitsInItsFeed() {
    publish();
    wire.cut();
  },
  async function withTheEventThatCarriesIt() {
    const lost = wire.cutAtNextEvent();
    publish();
    await lost;
  },
  async function onceMoreBeforeTheLastOneIsThere() {
    publish();
    wire.cut();
  },
  async function fromBeforeItIsStoredUntilAfter() {
    wire.breakDown();
    publish();
    await newsroom.stored(published.length);
    wire.mend();
  },
];

test(`the socket is cut ${CUTS} times while items arrive: in the end every one is there, exactly once`, async ({ dashboard, page }) => {
  await dashboard.open(wire.address);
  await recordPhases(dashboard);
  for (let cut = 1; cut <= CUTS; cut += 1) {
    await LOSSES[cut % LOSSES.length]?.();
    await expect.poll(() => timesLive(dashboard), { intervals: [50] }).toBe(cut + 1);
    if (cut % 4 === 0) publish();
  }

  await expect.poll(() => dashboard.listed()).toBe(published.length);
  const order = await dashboard.everyTitle();
  expect([...order].sort()).toEqual([...published].sort());
  await expect(dashboard.total).toHaveAttribute('data-value', String(published.length));
  const phases = await phasesOf(dashboard);
  expect(phases.filter((phase) => phase === 'reconnecting').length).toBeGreaterThanOrEqual(CUTS);
  expect(phases.at(-1)).toBe('live');
  await page.reload();
  await expect.poll(() => dashboard.listed()).toBe(published.length);
  expect(await dashboard.everyTitle()).toEqual(order);
});

test('the badge tells of the break and of its end, and what came meanwhile is there', async ({ dashboard }) => {
  await dashboard.open(wire.address);
  await expect(dashboard.badge).toContainText(AR.connection.live);
  wire.breakDown();
  await expect(dashboard.badge).toContainText(AR.connection.reconnecting);
  const { articles } = await newsroom.health();
  newsroom.feed().publish({ id: 'meanwhile', title: 'خبر وصل أثناء الانقطاع' });
  await newsroom.stored(articles + 1);
  await expect(dashboard.article('خبر وصل أثناء الانقطاع')).toHaveCount(0);
  wire.mend();
  await expect(dashboard.article('خبر وصل أثناء الانقطاع')).toBeVisible();
  await expect(dashboard.badge).toHaveAttribute('data-state', 'live');
});

test('what is opened during the break comes after it, in a page that stays', async ({ dashboard, page }) => {
  await dashboard.open(wire.address);
  const title = await dashboard.titles.first().innerText();
  wire.breakDown();
  await expect(dashboard.badge).toHaveAttribute('data-state', 'reconnecting');
  await dashboard.articles.first().getByTestId('read').click();
  await expect(dashboard.articles.first()).toHaveAttribute('data-open', '');
  await page.keyboard.press('Control+KeyK');
  wire.mend();
  await expect(dashboard.reader.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByTestId('palette')).toBeVisible();
});
