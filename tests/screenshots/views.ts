import type { Page } from '@playwright/test';

export interface View {
  /** the page's address, from its slash */
  path: string;
  /** what is done before the picture */
  act?(page: Page): Promise<void>;
}

const SYRIA = 'SY';

/** The ten main views. */
export const VIEWS = {
  feed: { path: '/' },
  filtered: { path: `/?region=${SYRIA}&topic=conflict` },
  article: {
    path: '/',
    async act(page) {
      await page.getByTestId('read').first().click();
      await page.getByTestId('reader').getByRole('heading').first().waitFor();
      await page.locator('[data-testid="map-canvas"][data-state="ready"]').waitFor();
    },
  },
  trends: { path: '/trends' },
  map: { path: '/map', act: (page) => page.locator('[data-testid="map-canvas"][data-state="ready"]').waitFor() },
  spikes: { path: '/spikes' },
  topics: { path: '/topics' },
  sources: { path: '/sources' },
  settings: { path: '/settings' },
  wall: { path: '/wall' },
} satisfies Record<string, View>;

export type ViewName = keyof typeof VIEWS;
