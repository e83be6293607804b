import { useTranslations } from 'next-intl';
import { HomeLink, Notice } from './ui/notice';

/** The address was changed by hand into something that can't be asked: says what is wrong with it. */
export function BadFilter({ problems }: { problems: string[] }) {
  const t = useTranslations('badFilter');
  return (
    <Notice title={t('title')}>
      <p>{t('body')}</p>
      <ul className="list-disc ps-5 text-bad" dir="ltr">
        {problems.map((problem) => (
          <li key={problem}>
            <code>{problem}</code>
          </li>
        ))}
      </ul>
      <HomeLink>{t('home')}</HomeLink>
    </Notice>
  );
}
