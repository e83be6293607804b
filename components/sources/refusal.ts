import type { useTranslations } from 'next-intl';
import type { AddReport } from '@/lib/source';

type Refused = Pick<AddReport['refused'][number], 'line' | 'reasons'>;

/** Why a feed was not taken, in the reader's language, with its line where it stands in a list. */
export function sayRefusal({ line, reasons }: Refused, t: ReturnType<typeof useTranslations<'sources.refusal'>>): string {
  const reason = reasons.map(({ code, field = '', n = 0, most = 0 }) => t(code, { field: field.split('.').at(-1) ?? '', n, most })).join(t('and'));
  // A line is a name, not an amount: no thousands are set apart.
  return line === null ? reason : t('line', { line: String(line), reason });
}
