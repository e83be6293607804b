import { getTranslations } from 'next-intl/server';
import { HomeLink, Notice } from '@/components/ui/notice';

export default async function NotFound() {
  const t = await getTranslations('notFound');
  return (
    <Notice title={t('title')}>
      <HomeLink>{t('home')}</HomeLink>
    </Notice>
  );
}
