'use client';

import { useTranslations } from 'next-intl';
import { asDensity, DENSITIES, DENSITY_COOKIE } from '../ui/density';
import { ChoiceRow } from './choice-row';
import { useRootChoice } from './use-root-choice';

/** How much room everything takes. */
export function DensitySwitch() {
  const t = useTranslations('header');
  const [density, setDensity] = useRootChoice('density', DENSITY_COOKIE, asDensity);
  const names = { comfortable: t('densityComfortable'), compact: t('densityCompact') };
  const choices = DENSITIES.map((value) => ({ value, label: names[value] }));
  return <ChoiceRow legend={t('density')} testId="density-switch" choices={choices} value={density} onValue={setDensity} />;
}
