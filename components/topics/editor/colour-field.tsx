'use client';

import { useTranslations } from 'next-intl';
import { COLOURS } from '../draft';

/** Ten colours, or any other. */
export function ColourField({ colour, onColour }: { colour: string; onColour(colour: string): void }) {
  const t = useTranslations('topics.field');
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{t('colour')}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        {COLOURS.map((one, n) => (
          <label key={one} className="grid size-7 place-items-center rounded-full border-2 border-transparent has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-accent">
            <input type="radio" name="colour" value={one} checked={one === colour} onChange={() => onColour(one)} aria-label={t('colourN', { n: n + 1 })} className="sr-only" />
            <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5">
              <circle cx="10" cy="10" r="10" fill={one} />
            </svg>
          </label>
        ))}
        <input
          type="color"
          value={colour}
          onChange={(event) => onColour(event.target.value)}
          aria-label={t('colourOther')}
          title={t('colourOther')}
          className="ms-1 h-7 w-9 cursor-pointer rounded border border-line bg-surface p-0.5"
        />
      </div>
    </fieldset>
  );
}
