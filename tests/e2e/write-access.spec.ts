import { expect, test } from '../support/dashboard';
import { createNewsroom } from '../support/newsroom';
import { rawStatus } from '../support/raw-request';
import { sourcesOn } from '../support/sources';
import { AR } from '../support/texts';

const TOKEN = 'marsad-e2e-token-1234';

test.describe('open to other machines, without a token', () => {
  const newsroom = createNewsroom({ feeds: 1, silent: true, env: { HOST: '0.0.0.0' } });
  test.beforeAll(() => newsroom.start());
  test.afterAll(() => newsroom.stop());

  test('it is read-only and says so', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await expect(page.getByTestId('read-only')).toContainText(AR.readOnly);
    await expect(dashboard.banner).toBeVisible();
    await expect(page.getByTestId('sample-remove')).toHaveCount(0);
    const answer = await page.evaluate(async () => {
      const response = await fetch('/api/sample', { method: 'DELETE', headers: { authorization: 'Bearer anything-at-all-1234' } });
      return { status: response.status, body: (await response.json()) as unknown };
    });
    expect(answer).toEqual({ status: 403, body: { code: 'read-only', error: expect.stringContaining('read-only') } });
    await page.reload();
    await expect(dashboard.banner).toBeVisible();
    await expect(dashboard.articles.first()).toBeVisible();
  });

  test('the sources can be looked at and exported, and nothing offers to change them', async ({ page }) => {
    const sources = sourcesOn(page);
    await sources.open(newsroom.address());
    await expect(page.getByTestId('read-only')).toContainText(AR.readOnly);
    await expect(page.getByTestId('export')).toBeVisible();
    const panel = await sources.details('خلاصة 1');
    await expect(panel.getByTestId('polls')).toBeVisible();
    for (const id of ['open-add', 'open-import', 'source-ask', 'source-pause', 'dialog-edit', 'dialog-remove']) await expect(page.getByTestId(id)).toHaveCount(0);
  });

  test('a name that nobody allowed is not served, and a write from elsewhere is refused', async () => {
    const ask = (headers: Record<string, string>, method = 'GET') => rawStatus(newsroom.port(), method, '/api/sample', headers);
    expect(await ask({ host: 'evil.example' })).toBe(421);
    expect(await ask({ origin: 'http://evil.example' }, 'DELETE')).toBe(403);
  });
});

test.describe('open to other machines, with a token', () => {
  const newsroom = createNewsroom({ feeds: 1, silent: true, env: { HOST: '0.0.0.0', ADMIN_TOKEN: TOKEN } });
  test.beforeAll(() => newsroom.start());
  test.afterAll(() => newsroom.stop());

  test('what changes the sources asks for it once; a wrong one is refused, and leaving it out changes nothing', async ({ page }) => {
    const sources = sourcesOn(page);
    await sources.open(newsroom.address());
    const row = sources.row('خلاصة 1');
    await row.getByTestId('source-pause').click();
    const panel = sources.panel('token');
    const field = panel.getByTestId('sample-token');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(row).not.toHaveAttribute('data-health', 'paused');

    await row.getByTestId('source-pause').click();
    await field.fill('wrong-token-wrong-token');
    await field.press('Enter');
    await expect(panel.getByRole('alert')).toHaveText(AR.sample.tokenWrong);
    await field.fill(TOKEN);
    await field.press('Enter');
    await expect(row).toHaveAttribute('data-health', 'paused');
    await row.getByTestId('source-pause').click();
    await expect(row).not.toHaveAttribute('data-health', 'paused');
    await expect(panel).toHaveCount(0);
  });

  test('removing asks for it; a wrong one is refused, the right one does it', async ({ dashboard, page }) => {
    await dashboard.open(newsroom.address());
    await expect(page.getByTestId('read-only')).toHaveCount(0);
    await expect.poll(() => dashboard.listed()).toBeGreaterThanOrEqual(20);
    await page.getByTestId('sample-remove').click();
    const field = page.getByTestId('sample-token');
    await expect(field).toBeFocused();
    await field.fill('wrong-token-wrong-token');
    await page.getByRole('button', { name: AR.sample.confirm, exact: true }).click();
    await expect(dashboard.banner.getByRole('alert')).toHaveText(AR.sample.tokenWrong);
    expect(await dashboard.listed()).toBeGreaterThanOrEqual(20);

    await field.fill(TOKEN);
    await page.getByRole('button', { name: AR.sample.confirm, exact: true }).click();
    await expect(dashboard.banner).toHaveCount(0);
    await expect(dashboard.articles).toHaveCount(0);
  });
});
