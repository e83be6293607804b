'use client';

import { useTranslations } from 'next-intl';
import { WINDOWS, type WindowName } from '@/lib/window';

export function WindowSwitch({ window, onWindow }: { window: WindowName; onWindow(window: WindowName): void }) {
  const t = useTranslations('panel');
  const names: Record<WindowName, string> = { '6h': t('window6h'), '24h': t('window24h'), '7d': t('window7d') };
  return (
    <div role="radiogroup" aria-label={t('window')} data-testid="window-switch" className="flex rounded-md border border-line p-0.5 text-xs">
      {(Object.keys(WINDOWS) as WindowName[]).map((name) => (
        <label key={name} data-window={name} className="rounded px-2 py-1 whitespace-nowrap text-soft hover:text-ink has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent">
          <input type="radio" name="window" value={name} checked={name === window} onChange={() => onWindow(name)} className="sr-only" />
          {names[name]}
        </label>
      ))}
    </div>
  );
}
