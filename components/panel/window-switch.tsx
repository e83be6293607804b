'use client';

import { useTranslations } from 'next-intl';
import { WINDOWS, type WindowName } from '@/lib/window';

export function WindowSwitch({ window, onWindow }: { window: WindowName; onWindow(window: WindowName): void }) {
  const t = useTranslations('panel');
  const names: Record<WindowName, string> = { '6h': t('window6h'), '24h': t('window24h'), '7d': t('window7d') };
  return (
    <div
      role="radiogroup"
      aria-label={t('window')}
      data-testid="window-switch"
      className="flex rounded-md border border-line p-0.5 text-xs"
    >
      {(Object.keys(WINDOWS) as WindowName[]).map((name) => (
        <label key={name} data-window={name} className="segment px-2 py-1">
          <input type="radio" name="window" value={name} checked={name === window} onChange={() => onWindow(name)} className="sr-only" />
          {names[name]}
        </label>
      ))}
    </div>
  );
}
