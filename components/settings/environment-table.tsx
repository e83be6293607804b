'use client';

import { useTranslations } from 'next-intl';
import type { EnvironmentSetting } from '@/lib/settings';

/** What was set where Marsad was started; read only. Of a secret only whether it is set. */
export function EnvironmentTable({ settings }: { settings: readonly EnvironmentSetting[] }) {
  const t = useTranslations('settings');
  const valueOf = ({ secret, value, from }: EnvironmentSetting) => {
    if (secret) return <span className="text-soft">{from === 'environment' ? t('set') : t('notSet')}</span>;
    if (value === null) return <span className="text-faint">{t('notSet')}</span>;
    return (
      <bdi dir="ltr" className="font-mono text-xs break-all">
        {value}
      </bdi>
    );
  };
  return (
    <table className="w-full text-start text-sm">
      <thead className="text-xs text-faint max-md:sr-only">
        <tr>
          <th scope="col" className="pb-1 pe-4 text-start font-medium">{t('name')}</th>
          <th scope="col" className="pb-1 pe-4 text-start font-medium">{t('value')}</th>
          <th scope="col" className="pb-1 text-start font-medium">{t('from')}</th>
        </tr>
      </thead>
      <tbody>
        {settings.map((setting) => (
          <tr key={setting.name} data-name={setting.name} className="border-t border-line align-baseline max-md:flex max-md:flex-col max-md:py-2">
            <th scope="row" className="py-1.5 pe-4 text-start font-normal max-md:p-0">
              <bdi dir="ltr" className="font-mono text-xs">
                {setting.name}
              </bdi>
              <span className="block text-xs text-faint">{t('what', { name: setting.name })}</span>
            </th>
            <td className="py-1.5 pe-4 max-md:p-0">{valueOf(setting)}</td>
            <td className="py-1.5 whitespace-nowrap text-soft max-md:p-0">{setting.from === 'environment' ? t('fromEnvironment') : t('fromDefault')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
