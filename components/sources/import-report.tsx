'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AddReport } from '@/lib/source';
import { Button } from '../ui/button';
import { sayRefusal } from './refusal';

/** What became of a list: what was added, what was there, and what could not be taken, with its line and why. */
export function ImportReport({ report: { added, known, refused }, onAgain, onClose }: { report: AddReport; onAgain(): void; onClose(): void }) {
  const t = useTranslations('sources');
  const tRefusal = useTranslations('sources.refusal');
  return (
    <div data-testid="import-report" className="flex flex-col gap-5">
      <div role="status" className="flex flex-wrap gap-x-5 gap-y-1 font-medium tabular-nums">
        <span className={added.length > 0 ? 'text-live' : 'text-soft'}>{t('opml.added', { count: added.length })}</span>
        <span className="text-soft">{t('opml.known', { count: known.length })}</span>
        <span className={refused.length > 0 ? 'text-bad' : 'text-soft'}>{t('opml.refused', { count: refused.length })}</span>
      </div>
      {refused.length > 0 ? (
        <Part name="refused" title={t('opml.refused', { count: refused.length })}>
          {refused.map(({ url, title, line, reasons }, n) => (
            <li key={n}>
              {title ? <bdi className="font-medium">{title}</bdi> : null}
              <p className="text-bad">{sayRefusal({ line, reasons }, tRefusal)}</p>
              {url ? <Address url={url} /> : null}
            </li>
          ))}
        </Part>
      ) : null}
      {added.length > 0 ? (
        <Part name="added" title={t('opml.added', { count: added.length })}>
          {added.map(({ id, title, url }) => (
            <li key={id}>
              <bdi>{title}</bdi>
              <Address url={url} />
            </li>
          ))}
        </Part>
      ) : null}
      {known.length > 0 ? (
        <Part name="known" title={t('opml.known', { count: known.length })}>
          {known.map(({ title, url }, n) => (
            <li key={n}>
              <bdi>{title}</bdi>
              <Address url={url} />
            </li>
          ))}
        </Part>
      ) : null}
      <div className="flex gap-2">
        <Button tone="strong" onClick={onClose}>
          {t('close')}
        </Button>
        <Button tone="quiet" onClick={onAgain}>
          {t('opml.another')}
        </Button>
      </div>
    </div>
  );
}

/** A long list of what went well is folded away; what didn't is not. */
function Part({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  return (
    <details open={name === 'refused'} data-part={name} className="rounded-md border border-line">
      <summary className="px-3 py-2 text-sm font-semibold">{title}</summary>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto border-t border-line text-sm *:px-3 *:py-2">{children}</ul>
    </details>
  );
}

function Address({ url }: { url: string }) {
  return (
    <span dir="ltr" className="ltr-line truncate text-xs text-faint" title={url}>
      {url}
    </span>
  );
}
