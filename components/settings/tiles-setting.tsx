'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { ProductSettings } from '@/lib/settings';
import { TextField } from '../sources/fields';
import { SettingRow } from './part';
import { SaveLine } from './save-line';
import { useSave } from './use-save';

interface Props {
  settings: ProductSettings;
  onSettings(settings: ProductSettings): void;
}

/** Where the map gets a ground from, if from anywhere. The server says what is wrong with an address. */
export function TilesSetting({ settings: { mapTiles }, onSettings }: Props) {
  const t = useTranslations('settings');
  const { open, busy, saved, save } = useSave(onSettings);
  const [wanted, setWanted] = useState(mapTiles !== null);
  const [url, setUrl] = useState(mapTiles?.url ?? '');
  const [attribution, setAttribution] = useState(mapTiles?.attribution ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ mapTiles: wanted ? { url: url.trim(), attribution: attribution.trim() } : null });
  };
  return (
    <SettingRow title={t('tiles')} hint={t('tilesHint')} testId="setting-tiles">
      <form onSubmit={submit} noValidate>
        <fieldset disabled={!open} className="flex flex-col gap-3">
          <legend className="sr-only">{t('tiles')}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            <label className="flex min-h-8 items-center gap-2">
              <input type="radio" name="tiles" value="none" checked={!wanted} onChange={() => setWanted(false)} className="size-4" />
              {t('tilesNone')}
            </label>
            <label className="flex min-h-8 items-center gap-2">
              <input type="radio" name="tiles" value="server" checked={wanted} onChange={() => setWanted(true)} className="size-4" />
              {t('tilesServer')}
            </label>
          </div>
          {wanted ? (
            <>
              <TextField label={t('tilesUrl')} hint={t('tilesExample')} name="tiles-url" value={url} onText={setUrl} dir="ltr" maxLength={1000} inputMode="url" />
              <TextField label={t('tilesAttribution')} name="tiles-attribution" value={attribution} onText={setAttribution} dir="auto" />
            </>
          ) : null}
          <SaveLine open={open} busy={busy} saved={saved} />
        </fieldset>
      </form>
    </SettingRow>
  );
}
