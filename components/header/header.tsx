'use client';

import { useTranslations } from 'next-intl';
import type { Connection } from '../live/connection';
import { TextFilter } from '../filters/text-filter';
import { Mark } from '../ui/icons';
import { ConnectionBadge } from './connection-badge';
import { LocaleSwitch } from './locale-switch';
import { ThemeSwitch } from './theme-switch';

interface Props {
  connection: Connection;
  lastArrivalAt: string | null;
  text: string;
  onText(text: string): void;
}

export function Header({ connection, lastArrivalAt, text, onText }: Props) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2">
      <Wordmark />
      <ConnectionBadge connection={connection} lastArrivalAt={lastArrivalAt} />
      <div className="order-last w-full md:order-none md:ms-auto md:w-80 lg:w-96">
        <TextFilter text={text} onText={onText} />
      </div>
      <div className="ms-auto flex items-center gap-2 md:ms-0">
        <LocaleSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

function Wordmark() {
  const t = useTranslations();
  return (
    <h1 className="flex items-center gap-2 text-xl leading-none font-semibold text-accent">
      <Mark className="text-[1.7rem]" />
      <span lang="ar" className="leading-none">
        مرصد
      </span>
      <span lang="en" className="text-sm font-medium tracking-wide text-faint max-md:sr-only" dir="ltr">
        Marsad
      </span>
      <span className="sr-only">{t('tagline')}</span>
    </h1>
  );
}
