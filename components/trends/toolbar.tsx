'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { instantOf, wallTime } from '@/lib/buckets';
import { BUCKETS, type BucketWidth } from '@/lib/trends';
import { useMounted, useTimeZone } from '../ui/clock';
import { Button } from '../ui/button';
import { ChevronIcon, ClockIcon, CloseIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import { Segments } from './segments';
import { spanText } from './texts';
import type { ChangeView } from './use-view';
import { canBe, spanOf, SPANS, type SpanName, type TrendsView } from './view';

interface Props {
  view: TrendsView;
  tz: string;
  /** what is shown, ISO; its length decides how fine it can be asked */
  from: string;
  to: string;
  bucket: BucketWidth;
  change: ChangeView;
}

/** When, how fine, and by whose clocks. */
export function Toolbar({ view, tz, from, to, bucket, change }: Props) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const own = Boolean(view.filter.from ?? view.filter.to);
  const [custom, setCustom] = useState(false);
  const chooseSpan = (span: SpanName) => change({ span, at: null, filter: { ...view.filter, from: null, to: null, last: null } });
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <Segments name="span" label={t('span')} value={own ? null : spanOf(view)} onValue={chooseSpan} options={(Object.keys(SPANS) as SpanName[]).map((value) => ({ value, text: t(`spans.${value}`) }))} />
      <button type="button" data-testid="trends-custom" aria-expanded={custom} onClick={() => setCustom(!custom)} className={`flex h-8 items-center gap-1.5 rounded-md border px-2.5 text-xs ${own ? 'border-accent bg-accent-soft text-accent' : 'border-line bg-surface text-soft hover:text-ink'}`}>
        <ClockIcon />
        <span>{own ? spanText(from, to, locale, tz) : t('custom')}</span>
      </button>
      {own ? (
        <button type="button" data-testid="trends-whole" onClick={() => chooseSpan(view.span)} className="flex h-8 items-center gap-1 rounded-md px-2 text-xs text-accent hover:underline hover:underline-offset-4">
          <CloseIcon />
          {t('whole')}
        </button>
      ) : null}
      <Select label={t('bucket')} testId="trends-bucket" value={view.bucket ?? 'auto'} onValue={(value) => change({ bucket: BUCKETS.find((one) => one === value) ?? null, at: null })}>
        <option value="auto">{t('bucketAuto', { bucket: t(`buckets.${bucket}`) })}</option>
        {BUCKETS.map((one) => (
          <option key={one} value={one} disabled={!canBe(one, Date.parse(to) - Date.parse(from))}>
            {t(`buckets.${one}`)}
          </option>
        ))}
      </Select>
      <ZoneSelect tz={tz} chosen={view.tz} onZone={(zone) => change({ tz: zone, at: null })} />
      {custom ? <CustomTimes key={`${from} ${to} ${tz}`} from={from} to={to} tz={tz} onTimes={(times) => change({ at: null, filter: { ...view.filter, ...times, last: null } })} /> : null}
    </div>
  );
}

interface SelectProps {
  label: string;
  testId: string;
  value: string;
  onValue(value: string): void;
  children: React.ReactNode;
}

function Select({ label, testId, value, onValue, children }: SelectProps) {
  return (
    <span className="field-select">
      <select aria-label={label} title={label} data-testid={testId} value={value} onChange={(event) => onValue(event.target.value)}>
        {children}
      </select>
      <ChevronIcon className="rotate-90" />
    </span>
  );
}

/** Zones that newsrooms of the region look at, above all the others. */
const NEAR = ['UTC', 'Asia/Damascus', 'Asia/Amman', 'Asia/Beirut', 'Asia/Baghdad', 'Asia/Riyadh', 'Asia/Dubai', 'Africa/Cairo', 'Europe/Istanbul', 'Europe/Zurich', 'Europe/London'];

function ZoneSelect({ tz, chosen, onZone }: { tz: string; chosen: string | null; onZone(zone: string | null): void }) {
  const t = useTranslations('trends');
  const own = useTimeZone();
  const mounted = useMounted();
  const others = useMemo(() => (mounted ? Intl.supportedValuesOf('timeZone').filter((zone) => !NEAR.includes(zone)) : []), [mounted]);
  const named = [...NEAR, ...others];
  return (
    <Select label={t('zone')} testId="trends-zone" value={chosen ?? ''} onValue={(zone) => onZone(zone === '' ? null : zone)}>
      <option value="">{t('zoneOwn', { zone: own })}</option>
      {named.includes(tz) || chosen === null ? null : <option value={tz}>{tz}</option>}
      {named.map((zone) => (
        <option key={zone} value={zone}>
          {zone}
        </option>
      ))}
    </Select>
  );
}

/** What a field for date and time takes: the zone's clocks, without a zone. */
const clockOf = (iso: string, tz: string) => new Date(wallTime(Date.parse(iso), tz)).toISOString().slice(0, 16);
const instant = (clock: string, tz: string) => new Date(instantOf(Date.parse(`${clock}:00Z`), tz)).toISOString();

interface CustomProps {
  from: string;
  to: string;
  tz: string;
  onTimes(times: { from: string; to: string }): void;
}

function CustomTimes({ from, to, tz, onTimes }: CustomProps) {
  const t = useTranslations('trends');
  const [first, setFirst] = useState(clockOf(from, tz));
  const [last, setLast] = useState(clockOf(to, tz));
  const wrong = !(first < last);
  return (
    <form
      className="flex flex-wrap items-center gap-2 text-xs"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) onTimes({ from: instant(first, tz), to: instant(last, tz) });
      }}
    >
      <label className="flex items-center gap-1.5 text-soft">
        {t('from')}
        <input type="datetime-local" data-testid="trends-from" required max={last} value={first} onChange={(event) => setFirst(event.target.value)} className="h-8 rounded-md border border-line-strong bg-surface px-2 text-ink" />
      </label>
      <label className="flex items-center gap-1.5 text-soft">
        {t('to')}
        <input type="datetime-local" data-testid="trends-to" required min={first} value={last} onChange={(event) => setLast(event.target.value)} className="h-8 rounded-md border border-line-strong bg-surface px-2 text-ink" />
      </label>
      <Button type="submit" disabled={wrong}>
        {t('apply')}
      </Button>
      {wrong ? <span className="text-bad">{t('wrongTimes')}</span> : null}
    </form>
  );
}
