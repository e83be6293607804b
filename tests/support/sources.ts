import type { Locator, Page } from '@playwright/test';
import { expect } from './dashboard';

/** What a test says of the Sources page, in the words of its parts. */
export interface SourcesPage {
  rows: Locator;
  /** the row of the source with exactly this name */
  row(title: string): Locator;
  /** the counts above the list, by health or `all` */
  count(of: string): Locator;
  announced: Locator;
  /** a panel by its test id */
  panel(name: 'add' | 'import' | 'retention' | 'source' | 'token'): Locator;
  /** opens the details of a source, and answers their panel */
  details(title: string): Promise<Locator>;
  open(address: string): Promise<void>;
}

export function sourcesOn(page: Page): SourcesPage {
  const list = page.getByTestId('source-list');
  const rows = list.locator('[data-source-id]');
  const row = (title: string) => rows.filter({ has: page.getByText(title, { exact: true }) });
  const panel = (name: string) => page.getByTestId(`${name}-dialog`);
  return {
    rows,
    row,
    panel,
    count: (of) => page.getByTestId('health-counts').locator(`[data-count-of="${of}"]`),
    announced: page.getByTestId('announcer'),
    async details(title) {
      await row(title).getByTestId('source-open').click();
      return panel('source');
    },
    async open(address) {
      await page.goto(`${address}/sources`);
      await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live');
    },
  };
}

/** Asks a server as a page of its own would. */
export async function write(page: Page, address: string, method: 'POST' | 'PATCH' | 'DELETE', path: string, data?: unknown): Promise<void> {
  const response = await page.request.fetch(`${address}${path}`, { method, data, headers: { origin: address } });
  expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
}
