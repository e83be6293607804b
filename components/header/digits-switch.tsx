'use client';

import { useTranslations } from 'next-intl';
import { DIGITS, DIGITS_COOKIE, digitsOf } from '../ui/locale';
import { useUiLocale } from '../ui/use-locale';
import { ChoiceRow } from './choice-row';
import { useInPlace } from './use-in-place';

/** The digits of all numbers and dates, in every language. */
export function DigitsSwitch() {
  const t = useTranslations('header');
  const { change } = useInPlace(DIGITS_COOKIE);
  const names = { latn: t('digitsLatn'), arab: t('digitsArab') };
  const choices = DIGITS.map((value) => ({ value, label: names[value] }));
  return <ChoiceRow legend={t('digits')} testId="digits-switch" choices={choices} value={digitsOf(useUiLocale())} onValue={change} />;
}
