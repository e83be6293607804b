'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Choice } from '@/lib/dashboard';
import type { About, ProductSettings } from '@/lib/settings';
import type { Retention } from '@/lib/source';
import { DisplayChoices } from '../header/display-choices';
import { PageFrame } from '../header/page-frame';
import { useSourcesSignal } from '../live/sources-signal';
import { AboutFacts } from './about-facts';
import { EnvironmentTable } from './environment-table';
import { LanguageSetting } from './language-setting';
import { RetentionSetting } from './retention-setting';
import { Part } from './part';
import { TilesSetting } from './tiles-setting';
import { WallSetting } from './wall-setting';

interface Props {
  settings: ProductSettings;
  about: About;
  retention: Retention;
  places: readonly Choice[];
  writeAccess: 'open' | 'token' | 'read-only';
}

const nothing = () => {};

/** Owns the product's settings: each part saves its own. */
export function SettingsPage({ settings: first, about, retention, places, writeAccess }: Props) {
  const t = useTranslations();
  const [settings, setSettings] = useState(first);
  const connection = useSourcesSignal(nothing);
  return (
    <PageFrame page="settings" connection={connection} skip={{ to: 'settings', text: t('settings.skip') }} access={writeAccess}>
        <main id="settings" tabIndex={-1} className="flex-1 overflow-y-auto p-4 md:p-6">
          <div className="mx-auto flex max-w-4xl flex-col gap-6">
            <h1 className="text-xl font-semibold">{t('settings.title')}</h1>
            <Part title={t('settings.yours')} hint={t('settings.yoursHint')} testId="your-settings">
              <div className="max-w-md">
                <DisplayChoices />
              </div>
            </Part>
            <Part title={t('settings.product')} hint={t('settings.productHint')} testId="product-settings">
              <div className="flex flex-col divide-y divide-line">
                <RetentionSetting first={retention} />
                <LanguageSetting settings={settings} onSettings={setSettings} />
                <TilesSetting settings={settings} onSettings={setSettings} />
                <WallSetting settings={settings} places={places} onSettings={setSettings} />
              </div>
            </Part>
            <Part title={t('settings.environment')} hint={t('settings.environmentHint')} testId="environment">
              <EnvironmentTable settings={about.environment} />
            </Part>
            <Part title={t('settings.about')} testId="about">
              <AboutFacts about={about} />
            </Part>
          </div>
        </main>
    </PageFrame>
  );
}
