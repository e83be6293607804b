'use client';

import { useMounted, useNowToTheSecond, useTimeZone } from '../ui/clock';
import { formatClock, formatLongDay, formatZone } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

/** The time, large, with the day; the other zones beside it. Not before the browser knows its own zone. */
export function Clocks({ zones }: { zones: readonly string[] }) {
  const own = useTimeZone();
  const mounted = useMounted();
  const [main = own, ...others] = zones;
  if (!mounted) return null;
  return (
    <div className="flex items-center gap-6" data-testid="clocks">
      {others.map((zone) => (
        <Clock key={zone} zone={zone} named />
      ))}
      <Clock zone={main} named={zones.length > 0} large />
    </div>
  );
}

function Clock({ zone, named, large = false }: { zone: string; named: boolean; large?: boolean }) {
  const locale = useUiLocale();
  const now = useNowToTheSecond();
  const day = formatLongDay(now, locale, zone);
  return (
    <div className="text-end leading-tight whitespace-nowrap" data-zone={zone}>
      <time dateTime={new Date(now).toISOString()} className={`font-semibold tabular-nums ${large ? 'text-4xl' : 'text-xl text-soft'}`}>
        {formatClock(now, locale, zone)}
      </time>
      <p className="text-xs text-faint">{named ? formatZone(now, locale, zone) : day}</p>
      {large && named ? <p className="text-xs text-faint">{day}</p> : null}
    </div>
  );
}
