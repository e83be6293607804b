'use client';

import { useTranslations } from 'next-intl';
import { DIGITS, DIGITS_COOKIE, digitsOf, type Digits } from '../ui/locale';
import { useUiLocale } from '../ui/use-locale';
import { ChoiceRow } from './choice-row';
import { useInPlace } from './use-in-place';

/** Each choice is written in its own digits, in every language. */
const EXAMPLES: Record<Digits, string> = { latn: '123', arab: '١٢٣' };

/** The digits of all numbers and dates, in every language. */
export function DigitsSwitch() {
  const t = useTranslations('header');
  const { change } = useInPlace(DIGITS_COOKIE);
  const choices = DIGITS.map((value) => ({ value, label: EXAMPLES[value] }));
  return <ChoiceRow legend={t('digits')} testId="digits-switch" choices={choices} value={digitsOf(useUiLocale())} onValue={change} />;
}
