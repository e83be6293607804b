import { useTranslations } from 'next-intl';
import type { FilterQuery } from '@/lib/events';
import { HomeLink, Notice } from './ui/notice';

/** The address was changed by hand into something that can't be asked: says what is wrong with it. */
export function BadFilter({ fields }: { fields: readonly (keyof FilterQuery)[] }) {
  const t = useTranslations('badFilter');
  return (
    <Notice title={t('title')}>
      <p>{t('body')}</p>
      <ul className="list-disc ps-5 text-bad">
        {fields.map((field) => (
          <li key={field}>{t(field)}</li>
        ))}
      </ul>
      <HomeLink>{t('home')}</HomeLink>
    </Notice>
  );
}
