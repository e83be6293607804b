import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { AR, EN } from '../support/texts';

const TOKEN = 'marsad-e2e-token-1234';
const newsroom = createNewsroom({ feeds: 1, env: { ADMIN_TOKEN: TOKEN } });

test.beforeAll(async () => {
  await newsroom.start();
  newsroom.feed().publish({ id: 'idlib', title: 'قصف عنيف على مدينة إدلب', text: 'قتل مدنيون في قصف مدفعي على مدينة إدلب.', publishedAt: new Date() });
  await newsroom.stored(1);
});
test.afterAll(() => newsroom.stop());

test('the environment is shown with where it comes from; of a secret only that it is set', async ({ dashboard, page }) => {
  await dashboard.open(`${newsroom.address()}/settings`);
  const row = (name: string) => page.getByTestId('environment').locator(`[data-name="${name}"]`);
  await expect(row('PORT')).toContainText(String(newsroom.port()));
  await expect(row('PORT')).toContainText(AR.settings.fromEnvironment);
  await expect(row('CONTACT')).toContainText(AR.settings.notSet);
  await expect(row('CONTACT')).toContainText(AR.settings.fromDefault);
  await expect(row('ADMIN_TOKEN')).toContainText(AR.settings.set);
  expect(await page.content()).not.toContain(TOKEN);
  await expect(page.getByTestId('about')).toContainText('0.1.0');
});

test('a server of tiles is refused in words, then taken with the token, and pages may ask it', async ({ dashboard, page }) => {
  await dashboard.open(`${newsroom.address()}/settings`);
  const tiles = page.getByTestId('setting-tiles');
  await tiles.getByLabel(AR.settings.tilesServer).check();
  await tiles.locator('[name="tiles-url"]').fill('http://tiles.example/{z}/{x}/{y}.png');
  await tiles.getByRole('button').click();
  const dialog = page.getByTestId('token-dialog');
  await dialog.getByTestId('sample-token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await expect(tiles.getByRole('status')).toContainText(AR.sources.refusal['tile-address']);
  await tiles.locator('[name="tiles-url"]').fill('https://tiles.example/{z}/{x}/{y}.png');
  await tiles.getByRole('button').click();
  await expect(tiles.getByRole('status')).toHaveText(AR.settings.saved);
  const response = await page.reload();
  await expect(tiles.locator('[name="tiles-url"]')).toHaveValue('https://tiles.example/{z}/{x}/{y}.png');
  expect(response?.headers()['content-security-policy']).toContain("img-src 'self' https://tiles.example data:");
});

test('in English: clocks and places of the wall, the language of those who have not chosen, and the retention', async ({ dashboard, page }) => {
  await page.context().addCookies([{ name: 'marsad_locale', value: 'en', url: newsroom.address() }]);
  await dashboard.open(`${newsroom.address()}/settings`);
  const zones = page.getByTestId('list-zones');
  await zones.getByRole('combobox').fill('Nowhere');
  await page.keyboard.press('Enter');
  await expect(zones.getByRole('alert')).toHaveText(EN.settings.unknownZone);
  await zones.getByRole('combobox').fill('damascus');
  await page.keyboard.press('Enter');
  await page.getByTestId('token-dialog').getByTestId('sample-token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await expect(zones.locator('[data-id="Asia/Damascus"]')).toBeVisible();
  const places = page.getByTestId('list-places');
  await places.getByRole('combobox').fill('Syria');
  await page.keyboard.press('Enter');
  await expect(places.locator('[data-id="SY"]')).toBeVisible();

  await page.getByTestId('setting-language').getByRole('combobox').selectOption('en');
  await expect(page.getByTestId('setting-language').getByRole('status')).toHaveText(EN.settings.saved);
  await page.getByTestId('setting-retention').getByRole('button').click();
  const dialog = page.getByTestId('retention-dialog');
  await dialog.locator('[value="limited"]').check();
  await dialog.locator('[name="days"]').fill('30');
  await dialog.getByRole('button', { name: EN.sources.save }).click();
  await expect(page.getByTestId('retention-now')).toContainText('30');

  await page.context().clearCookies();
  await page.goto(`${newsroom.address()}/wall`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveURL(/\/wall\?region=SY$/u);
  await expect(page.getByTestId('clocks').locator('[data-zone="Asia/Damascus"]')).toBeVisible();
});
