'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog } from '../ui/dialog';
import { labelIn } from '../ui/format';
import { languageOf } from '../ui/locale';
import { useUiLocale } from '../ui/use-locale';
import { commandsFor, type Command, type PaletteActions } from './commands';
import { useCommands } from './use-commands';

const LIST = 'palette-list';
const rowId = (n: number) => `palette-row-${n}`;

/** One field that leads everywhere: a combobox over the page, by keyboard alone. */
export function Palette({ actions, onClose }: { actions: PaletteActions; onClose(): void }) {
  const t = useTranslations('palette');
  const [search, type] = useState('');
  const all = useCommands(actions, search);
  const found = useMemo(() => commandsFor(all, search), [all, search]);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const chosen = Math.min(at, found.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, found]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((chosen + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('title')} place="middle" testId="palette" onClose={onClose}>
      <input
        data-first-focus
        role="combobox"
        aria-expanded="true"
        aria-controls={LIST}
        aria-activedescendant={found.length > 0 ? rowId(chosen) : undefined}
        aria-label={t('placeholder')}
        placeholder={t('placeholder')}
        value={search}
        onChange={(event) => {
          type(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        dir={search ? 'auto' : undefined}
        autoComplete="off"
        spellCheck={false}
        className="field"
      />
      <p role="status" className="sr-only">
        {t('results', { count: found.length })}
      </p>
      <div ref={list} id={LIST} role="listbox" aria-label={t('title')} className="palette-list">
        {found.map((command, n) => (
          <Row key={command.id} n={n} command={command} heads={command.group !== found[n - 1]?.group} selected={n === chosen} onPoint={() => setAt(n)} onRun={() => run(command)} />
        ))}
        {found.length === 0 ? <p className="px-2 py-6 text-center text-sm text-faint">{t('none')}</p> : null}
      </div>
      <p className="mt-2 text-xs text-faint">{t('hint')}</p>
    </Dialog>
  );
}

interface RowProps {
  n: number;
  command: Command;
  /** the first of its group */
  heads: boolean;
  selected: boolean;
  onPoint(): void;
  onRun(): void;
}

function Row({ n, command: { group, label, on }, heads, selected, onPoint, onRun }: RowProps) {
  const t = useTranslations('palette');
  const locale = useUiLocale();
  const name = labelIn(label, locale);
  const other = languageOf(locale) === 'ar' ? label.en : label.ar;
  return (
    <>
      {heads ? (
        <div role="presentation" className="palette-group">
          {t(`group.${group}`)}
        </div>
      ) : null}
      <div role="option" id={rowId(n)} aria-selected={selected} data-command-group={group} onMouseMove={onPoint} onClick={onRun} className="palette-row">
        <bdi>{name}</bdi>
        {other !== null && other !== name && group !== 'page' && group !== 'do' ? <bdi className="text-xs text-faint">{other}</bdi> : null}
        {on ? <span className="ms-auto text-xs">{t('on')}</span> : null}
      </div>
    </>
  );
}
