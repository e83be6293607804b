'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { KEY_GROUPS, KEYS, type KeyGroup } from './keys';
import { keysAreOn, turnKeys } from './keys-choice';

/** What keys are called where they have no letter to be called by. */
const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc' };

/** Every key, from the same table that they are read by. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const t = useTranslations('keys');
  const [on, setOn] = useState(keysAreOn);
  return (
    <Dialog title={t('title')} place="wide" testId="key-sheet" onClose={onClose}>
      <div className="key-groups">
        {KEY_GROUPS.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
      <label className="mt-5 flex items-center gap-2 text-sm font-medium">
        <input
          type="checkbox"
          checked={on}
          onChange={() => {
            turnKeys(!on);
            setOn(!on);
          }}
        />
        {t('on')}
      </label>
      <p className="mt-1 text-sm text-soft">{t('onHint')}</p>
    </Dialog>
  );
}

function Group({ group }: { group: KeyGroup }) {
  const t = useTranslations('keys');
  return (
    <section>
      <h3 className="mb-1.5 text-sm font-semibold">{t(`group.${group}`)}</h3>
      <dl className="key-rows">
        {KEYS.filter((row) => row.group === group).map(({ action, keys }) => (
          <div key={action} data-key-action={action}>
            <dt>
              {keys.map((way, n) => (
                <span key={way.join(' ')} className="flex items-center gap-1">
                  {n > 0 ? <span className="text-xs text-faint">{t('or')}</span> : null}
                  <Way keys={way} />
                </span>
              ))}
            </dt>
            <dd>{t(`action.${action}`)}</dd>
          </div>
        ))}
        {group === 'page' ? (
          <div data-key-action="palette">
            <dt>
              <span className="flex items-center gap-1" dir="ltr">
                <kbd>Ctrl</kbd>
                <kbd>K</kbd>
              </span>
            </dt>
            <dd>{t('action.palette')}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

function Way({ keys }: { keys: readonly string[] }) {
  const t = useTranslations('keys');
  return keys.map((key, n) => (
    <span key={key} className="flex items-center gap-1">
      {n > 0 ? <span className="text-xs text-faint">{t('then')}</span> : null}
      <kbd dir="ltr">{NAMES[key] ?? key}</kbd>
    </span>
  ));
}
