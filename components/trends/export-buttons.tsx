'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, type RefObject } from 'react';
import { useMounted } from '../ui/clock';
import { ExportIcon } from '../ui/icons';
import { asText, composePicture, drawPng, type PictureInput } from './picture';
import { embedFonts } from './picture-fonts';

interface Props {
  /** where the chart is drawn, or several beside each other */
  picture: RefObject<HTMLDivElement | null>;
  words: Pick<PictureInput, 'title' | 'subtitle' | 'source' | 'direction'>;
  /** their signs are taken from the legend on the page */
  series: readonly { key: string; text: string }[];
  /** what files are called, without their ending */
  fileName: string;
  /** the same numbers as CSV */
  csv: string;
}

function save(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const signOf = (key: string) => document.querySelector<SVGSVGElement>(`[data-testid="trends-legend"] [data-series="${CSS.escape(key)}"] svg`);

const notesOnPage = (): PictureInput['notes'] =>
  [...document.querySelectorAll<HTMLElement>('[data-testid="trends-notes"] [data-note]')].map((note) => ({ name: note.textContent ?? '', sign: note.querySelector('svg') }));

/** The chart as a picture, as numbers and as a link. */
export function ExportButtons({ picture, words, series, fileName, csv }: Props) {
  const t = useTranslations('trends');
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), 4_000);
    return () => clearTimeout(timer);
  }, [said]);

  async function compose(): Promise<SVGSVGElement> {
    const charts = [...(picture.current?.querySelectorAll<HTMLElement>('[data-plot]') ?? [])].flatMap((plot) => {
      const svg = plot.querySelector('svg');
      return svg ? [{ svg, name: plot.closest<HTMLElement>('[data-small]')?.dataset.small ?? null }] : [];
    });
    if (charts.length === 0) throw new Error('there is no chart yet');
    return embedFonts(composePicture({ charts, ...words, legend: series.map(({ key, text }) => ({ name: text, sign: signOf(key) })), notes: notesOnPage() }));
  }

  const tell = (work: () => Promise<string>) => () => {
    work().then(setSaid, (error: unknown) => setSaid(t('exportFailed', { reason: error instanceof Error ? error.message : String(error) })));
  };
  const png = tell(async () => {
    save(await drawPng(await compose()), `${fileName}.png`);
    return t('saved', { what: 'PNG' });
  });
  const svg = tell(async () => {
    save(new Blob([asText(await compose())], { type: 'image/svg+xml' }), `${fileName}.svg`);
    return t('saved', { what: 'SVG' });
  });
  const numbers = tell(async () => {
    // the name that the answer gives itself would outdo the link's own
    const answer = await fetch(csv);
    if (!answer.ok) throw new Error(String(answer.status));
    save(await answer.blob(), `${fileName}.csv`);
    return t('saved', { what: 'CSV' });
  });
  const copy = tell(async () => {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': compose().then((one) => drawPng(one)) })]);
    return t('copied');
  });
  const link = tell(async () => {
    await navigator.clipboard.writeText(window.location.href);
    return t('linkCopied');
  });
  // A page that isn't on the loopback and has no TLS has no clipboard.
  const canCopy = useMounted() && 'clipboard' in navigator;
  const button = 'inline-flex h-7 items-center rounded px-2 text-xs font-medium text-soft hover:bg-sunken hover:text-ink';
  return (
    <div role="group" aria-label={t('export')} data-testid="trends-export" className="relative flex flex-wrap items-center gap-0.5">
      <ExportIcon className="me-1 text-sm text-faint" />
      <button type="button" data-export="png" onClick={png} className={button}>PNG</button>
      <button type="button" data-export="svg" onClick={svg} className={button}>SVG</button>
      <a
        href={csv}
        download={`${fileName}.csv`}
        data-export="csv"
        onClick={(event) => {
          event.preventDefault();
          numbers();
        }}
        className={button}
      >
        CSV
      </a>
      {canCopy ? <button type="button" data-export="copy" onClick={copy} className={button}>{t('copyPicture')}</button> : null}
      {canCopy ? <button type="button" data-export="link" onClick={link} className={button}>{t('copyLink')}</button> : null}
      {/* over the row, not in it: the buttons stay where the pointer is */}
      <span role="status" data-testid="trends-exported" className="absolute end-0 bottom-full mb-1 w-max max-w-64 rounded-md border border-line bg-raised px-2 py-1 text-xs text-live empty:hidden">{said}</span>
    </div>
  );
}
