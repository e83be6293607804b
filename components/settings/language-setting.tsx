'use client';

import { useTranslations } from 'next-intl';
import type { ProductSettings } from '@/lib/settings';
import { ChevronIcon } from '../ui/icons';
import { useLanguages } from '../ui/languages';
import { SettingRow } from './part';
import { SavedText } from './save-line';
import { useSave } from './use-save';

interface Props {
  settings: ProductSettings;
  onSettings(settings: ProductSettings): void;
}

/** The language for readers who have chosen none. Saved as it is chosen. */
export function LanguageSetting({ settings, onSettings }: Props) {
  const t = useTranslations('settings');
  const languages = useLanguages();
  const { open, busy, saved, save } = useSave(onSettings);
  return (
    <SettingRow title={t('language')} hint={t('languageHint')} testId="setting-language">
      <div className="flex flex-wrap items-center gap-3">
        <span className="field-select">
          <select
            aria-label={t('language')}
            value={settings.language ?? ''}
            disabled={!open || busy}
            onChange={(event) => void save({ language: event.target.value || null })}
          >
            <option value="">{t('languageBrowser')}</option>
            {languages.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
          <ChevronIcon className="rotate-90" />
        </span>
        <SavedText saved={saved} />
      </div>
    </SettingRow>
  );
}
