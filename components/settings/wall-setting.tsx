'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Choice } from '@/lib/dashboard';
import { MOST_CLOCKS, MOST_WALL_PLACES, type ProductSettings } from '@/lib/settings';
import { labelIn } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import { zoneName } from '../ui/zone-name';
import { ListField } from './list-field';
import { SettingRow } from './part';
import { SavedText } from './save-line';
import { useSave } from './use-save';

interface Props {
  settings: ProductSettings;
  places: readonly Choice[];
  onSettings(settings: ProductSettings): void;
}

/** The clocks of the wall, and the places that it tells of by itself. */
export function WallSetting({ settings: { wall }, places, onSettings }: Props) {
  const t = useTranslations('settings');
  const locale = useUiLocale();
  const { open, busy, saved, save } = useSave(onSettings);
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, name: zoneName(id) })), []);
  const regions = useMemo(() => places.map(({ id, label }) => ({ id, name: labelIn(label, locale) })), [places, locale]);
  return (
    <SettingRow title={t('wall')} hint={t('wallHint')} testId="setting-wall">
      <div className="flex flex-col gap-4">
        <ListField
          name="zones"
          title={t('wallZones')}
          hint={t('wallZonesHint', { most: MOST_CLOCKS })}
          label={t('zoneLabel')}
          unknown={t('unknownZone')}
          choices={zones}
          chosen={wall.zones}
          most={MOST_CLOCKS}
          disabled={!open || busy}
          onChosen={(next) => void save({ wall: { ...wall, zones: next } })}
        />
        <ListField
          name="places"
          title={t('wallPlaces')}
          hint={t('wallPlacesHint')}
          label={t('placeLabel')}
          unknown={t('unknownPlace')}
          choices={regions}
          chosen={wall.places}
          most={MOST_WALL_PLACES}
          disabled={!open || busy}
          onChosen={(next) => void save({ wall: { ...wall, places: next } })}
        />
        <SavedText saved={saved} />
      </div>
    </SettingRow>
  );
}
