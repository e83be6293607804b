'use client';

import { useTranslations } from 'next-intl';
import { MoonIcon, ScreenIcon, SunIcon } from '../ui/icons';
import { asTheme, THEME_COOKIE, THEMES, type Theme } from '../ui/theme';
import { ChoiceRow } from './choice-row';
import { useRootChoice } from './use-root-choice';

const ICONS: Record<Theme, typeof SunIcon> = { light: SunIcon, dark: MoonIcon, system: ScreenIcon };

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const t = useTranslations('header');
  const [theme, setTheme] = useRootChoice('theme', THEME_COOKIE, asTheme);
  const names: Record<Theme, string> = { light: t('themeLight'), dark: t('themeDark'), system: t('themeSystem') };
  const choices = THEMES.map((value) => {
    const Sign = ICONS[value];
    return { value, label: names[value], sign: <Sign /> };
  });
  return <ChoiceRow legend={t('theme')} testId="theme-switch" choices={choices} value={theme} onValue={setTheme} />;
}
