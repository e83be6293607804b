'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { keepChoice } from '../ui/cookie';
import { MoonIcon, ScreenIcon, SunIcon } from '../ui/icons';
import { asTheme, THEME_COOKIE, THEMES, type Theme } from '../ui/theme';

const ICONS: Record<Theme, typeof SunIcon> = { light: SunIcon, dark: MoonIcon, system: ScreenIcon };

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const t = useTranslations('header');
  const [theme, setTheme] = useState<Theme | null>(null);
  useEffect(() => setTheme(asTheme(document.documentElement.dataset.theme)), []);
  const names: Record<Theme, string> = { light: t('themeLight'), dark: t('themeDark'), system: t('themeSystem') };
  const change = (next: Theme) => {
    keepChoice(THEME_COOKIE, next);
    document.documentElement.dataset.theme = next;
    setTheme(next);
  };
  return (
    <div
      role="radiogroup"
      aria-label={t('theme')}
      data-testid="theme-switch"
      className="flex h-8 items-center rounded-md border border-line p-0.5"
    >
      {THEMES.map((name) => {
        const ThemeIcon = ICONS[name];
        return (
          <label key={name} title={names[name]} data-theme-choice={name} className="segment grid size-6.5 place-items-center text-sm">
            <input type="radio" name="theme" value={name} checked={theme === name} onChange={() => change(name)} className="sr-only" />
            <span className="sr-only">{names[name]}</span>
            <ThemeIcon />
          </label>
        );
      })}
    </div>
  );
}
