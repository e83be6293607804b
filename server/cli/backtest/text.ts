import type { BacktestReport, StoredBacktest, TestedSpike } from '../../backtest-app';
import { isolated } from '../feeds/text';

const DAY_MS = 86_400_000;

const when = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
const number = (value: number) => value.toLocaleString('en');
const nameOf = (threshold: StoredBacktest['thresholds'][number]) => (threshold === null ? 'as shipped' : `10^-${threshold[0]}`);
const WINDOWS: Record<number, string> = { 10: 'ten minutes', 60: 'an hour', 1440: 'a day' };

/** One spike in two lines: what, since when, how many of how many expected, how unlikely, by how many publishers. */
function spikeLines({ labels, series, startedAt, endedAt, state, observed, expected, windowMinutes, surprise, publishers }: TestedSpike): string[] {
  const what = labels.map(({ ar, en }) => isolated(ar === null || ar === en ? en : `${ar} (${en})`)).join(' · ');
  const until = endedAt === null ? state : `until ${when(endedAt)}`;
  const few = expected < 10 ? expected.toFixed(1) : String(Math.round(expected));
  return [
    `  ${when(startedAt)}  ${what}  ${series}`,
    `      ${observed} articles in ${WINDOWS[windowMinutes] ?? `${windowMinutes} minutes`}, expected ${few}; 1 in 10^${surprise.toFixed(1)}; ${publishers} publishers; ${until}`,
  ];
}

function summaryLine(threshold: StoredBacktest['thresholds'][number], spikes: readonly TestedSpike[], days: number): string {
  const lanes = spikes.filter(({ lane }) => lane === 'fast').length;
  return `${nameOf(threshold).padEnd(12)} ${String(spikes.length).padStart(7)} ${(spikes.length / days).toFixed(2).padStart(8)} ${String(lanes).padStart(7)} ${String(spikes.length - lanes).padStart(7)}`;
}

/** Spikes a day at each threshold, and the largest of them. */
export function backtestLines({ from, to, thresholds }: StoredBacktest, report: BacktestReport, top: number): string[] {
  const minutes = (to.getTime() - from.getTime()) / 60_000;
  const days = (to.getTime() - from.getTime() - report.coldMinutes * 60_000) / DAY_MS;
  const head = `${when(from.getTime())} to ${when(to.getTime())} UTC: ${number(report.articles)} articles, and ${number(report.past)} of the four weeks before; ${number(report.late)} of all came too late to count. ${number(report.series)} series, ${number(report.checks)} checks.`;
  const cold = report.coldMinutes === 0 ? [] : [`Not enough history in ${Math.min(100, Math.round((100 * report.coldMinutes) / minutes))} % of that time: three days of hours with articles are needed before anything can be called unusual. A day here is one of the rest.`];
  if (days <= 0) return [head, ...cold];
  return [
    head, ...cold, '', `${'threshold'.padEnd(12)} ${'spikes'.padStart(7)} ${'a day'.padStart(8)} ${'fast'.padStart(7)} ${'slow'.padStart(7)}`,
    ...thresholds.map((threshold, n) => summaryLine(threshold, report.spikes[n] ?? [], days)),
    ...thresholds.flatMap((threshold, n) => {
      const largest = (report.spikes[n] ?? []).slice(0, top);
      return largest.length === 0 ? [] : ['', `The largest, ${nameOf(threshold)}:`, ...largest.flatMap(spikeLines)];
    }),
  ];
}
