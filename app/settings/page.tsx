import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/settings/settings-page';
import { marsad } from '@/server/db/handle';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t('settings.title')} · ${t('name')}` };
}

export default async function Page() {
  const server = marsad();
  const [settings, about, retention, { regions }] = await Promise.all([server.productSettings(), server.about(), server.retention(), server.choices()]);
  return <SettingsPage settings={settings} about={about} retention={retention} places={regions} writeAccess={server.writeAccess} />;
}
