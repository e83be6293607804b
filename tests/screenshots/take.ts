import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Width } from './options';
import { VIEWS, type View, type ViewName } from './views';

const HEIGHTS: Record<Width, number> = { 390: 844, 1440: 900, 2560: 1440 };
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['ar', 'en'] as const;

interface Shot {
  name: ViewName;
  language: (typeof LANGUAGES)[number];
  theme: (typeof THEMES)[number];
  width: Width;
}

export function shotsOf(views: readonly ViewName[], widths: readonly Width[]): Shot[] {
  return widths.flatMap((width) => views.flatMap((name) => LANGUAGES.flatMap((language) => THEMES.map((theme) => ({ name, language, theme, width })))));
}

const fileOf = ({ name, language, theme, width }: Shot) => `${name}-${language}-${theme}-${width}.png`;

/** What comes after the page: where it stands, and what it has once it is there. What can't be seen may never come. */
const LATER = [['[data-testid="trends-plot"]', 'svg path'], ['[data-testid="chart"]', 'svg rect'], ['div:has(> [data-testid="counts-line"])', '[data-total]']] as const;

/** Until the page is connected, has all that it asked for, its numbers among it, and its letters. */
async function settled(page: Page): Promise<void> {
  await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
  await page.waitForFunction((parts) => parts.every(([whole, part]) =>
    [...document.querySelectorAll<HTMLElement>(whole)].every((one) => one.offsetParent === null || one.querySelector(part) !== null)), LATER);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** @returns the picture's path; null where the page is not there (404) */
export async function take(browser: Browser, address: string, folder: string, shot: Shot): Promise<string | null> {
  const { name, language, theme, width } = shot;
  const context = await browser.newContext({ viewport: { width, height: HEIGHTS[width] }, reducedMotion: 'reduce', timezoneId: 'Asia/Amman' });
  try {
    await context.addCookies([{ name: 'marsad_locale', value: language, url: address }, { name: 'marsad_theme', value: theme, url: address }]);
    const page = await context.newPage();
    const view: View = VIEWS[name];
    const response = await page.goto(address + view.path);
    if (response?.status() === 404) return null;
    await settled(page);
    await view.act?.(page);
    await page.waitForLoadState('networkidle');
    const file = path.join(folder, fileOf(shot));
    await page.screenshot({ path: file });
    return file;
  } finally {
    await context.close();
  }
}
