import type { Row } from './replay';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Monday 2026-01-05, midnight UTC */
export const MADE_UP_START = Date.UTC(2026, 0, 5);

export interface MadeUpOptions {
  seed: number;
  days: number;
  series: number;
  /** a burst begins so many times a day, all series together */
  burstsADay: number;
  /** bursts are so many times the usual */
  times: number;
}

export const MADE_UP_DEFAULTS: MadeUpOptions = { seed: 7, days: 30, series: 500, burstsADay: 16, times: 3 };

/** A burst that was put in. */
export interface Burst {
  series: string;
  from: number;
  to: number;
  /** what the series would have had without it in its first hour */
  rate: number;
  /** how its series' rate scatters: relative variance of hours */
  scatter: number;
  /** share of its articles that are copied */
  copied: number;
}

/** A series that articles are made for; `names` are it and those that it lies in. */
export interface MadeUpSeries {
  names: readonly string[];
  /** articles an hour, on average */
  rate: number;
}

export interface MadeUpHistory {
  from: number;
  to: number;
  series: readonly MadeUpSeries[];
  bursts: readonly Burst[];
  isGap(hour: number): boolean;
  batches(): Generator<Row[]>;
}

/** mulberry32: the same numbers on every run */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A Poisson number; above 30 by the normal law, which is close enough there. */
function poisson(mean: number, random: Random): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > end; product *= random()) count += 1;
  return count;
}

/** Families of publishers in groups: a group falls silent as a whole in an outage. */
const GROUPS = 4;
const FAMILIES = 15;

interface Rhythm extends MadeUpSeries {
  /** shape over the day and the week */
  peak: number;
  swing: number;
  weekend: number;
  /** the rate's drift over the weeks, a day */
  drift: number;
  /** relative variance of an hour's rate */
  scatter: number;
  /** share of articles that are copied within minutes */
  copied: number;
  /** of each group of publishers, cumulative */
  groups: readonly number[];
}

function rhythm(names: readonly string[], rate: number, random: Random): Rhythm {
  const weights = Array.from({ length: GROUPS }, () => 0.15 + random());
  const sum = weights.reduce((a, b) => a + b, 0);
  let so = 0;
  return {
    names, rate, peak: 8 + 8 * random(), swing: 0.3 + 0.5 * random(), weekend: 0.6 + 0.5 * random(), drift: 0.012 * normal(random),
    scatter: 0.002 + 0.013 * random() ** 2, copied: 0.15 * random(), groups: weights.map((weight) => (so += weight / sum)),
  };
}

/** Topics with four below each, places and topics with the pair of both, and series by themselves; rates from 0.5 to 300 an hour, few of them high. */
function madeUpSeries(count: number, random: Random): Rhythm[] {
  const rate = () => 0.5 * 600 ** (random() ** 1.5);
  const all: Rhythm[] = [];
  const names = () => all.reduce((set, one) => one.names.reduce((to, name) => to.add(name), set), new Set<string>()).size;
  for (let tree = 1; names() + 5 <= count * 0.4; tree++) {
    const parent = `topic:${tree}`;
    all.push(rhythm([parent], rate() / 4, random));
    for (let child = 1; child <= 4; child++) all.push(rhythm([`topic:${tree}.${child}`, parent], rate(), random));
  }
  for (let pair = 1; names() + 3 <= count * 0.64; pair++) {
    const [topic, place] = [`topic:pair.${pair}`, `region:${pair}`];
    all.push(rhythm([topic], rate() / 2, random), rhythm([place], rate() / 2, random), rhythm([`${topic} ${place}`, topic, place], rate(), random));
  }
  for (let alone = 1; names() < count; alone++) all.push(rhythm([`about:${alone}`], rate(), random));
  return all;
}

interface Outage {
  from: number;
  to: number;
  /** which group is silent; null: all */
  group: number | null;
}

function madeUpOutages({ days }: MadeUpOptions, random: Random): Outage[] {
  return Array.from({ length: Math.round(days / 5) }, (_, i) => {
    const from = Math.floor((i * 5 + 1 + 3 * random()) * 24);
    return { from, to: from + 2 + Math.floor(6 * random()), group: i % 3 === 2 ? null : i % GROUPS };
  });
}

/** Coverage as a whole, by hour: a walk from day to day, growing, with a few days of much more and of much less. */
function madeUpCoverage(days: number, random: Random): Float64Array {
  const coverage = new Float64Array(days * 24);
  let walk = 0;
  for (let day = 0; day < days; day++) {
    walk = 0.8 * walk + 0.12 * normal(random);
    const special = day % 11 === 6 ? 1.9 : day % 13 === 9 ? 0.55 : 1;
    for (let hour = 0; hour < 24; hour++) {
      const weekday = day % 7;
      const byDay = weekday === 4 || weekday === 5 ? 0.7 : 1;
      coverage[day * 24 + hour] = special * byDay * Math.exp(walk + 0.01 * day) * (1 + 0.6 * Math.sin(((hour - 5) / 24) * 2 * Math.PI));
    }
  }
  return coverage;
}

const gamma = (scatter: number, random: Random) => Math.max(0.2, Math.exp(Math.sqrt(scatter) * normal(random) - scatter / 2));

/** What a series has an hour at an hour from the start, without chance. */
function meanRate(one: Rhythm, hour: number, coverage: Float64Array): number {
  const byHour = 1 + one.swing * Math.cos((((hour % 24) - one.peak) / 24) * 2 * Math.PI);
  const weekday = Math.floor(hour / 24) % 7;
  const byDay = weekday === 4 || weekday === 5 ? one.weekend : 1;
  return one.rate * byHour * byDay * Math.exp((one.drift * hour) / 24) * (coverage[hour] ?? 0);
}

/** Rates an hour at which bursts are put in: as many in each. */
export const BURST_RATES = [[2, 6], [6, 12], [12, 15], [15, 25], [25, 50], [50, 100], [100, 125], [125, 200], [200, Infinity]] as const;
const BURST_HOURS = 2;
/** bursts begin when history is long enough to say something, and stay away from outages */
const FIRST_BURST_HOUR = 4 * 24;

function madeUpBursts(options: MadeUpOptions, all: readonly Rhythm[], coverage: Float64Array, outages: readonly Outage[], random: Random): Burst[] {
  const hours = options.days * 24;
  const above = new Set(all.flatMap(({ names }) => names.slice(1)));
  // what others lie in has more articles than its own
  const leaves = all.filter(({ names: [name = ''] }) => !above.has(name));
  const busy = new Map<string, number[]>();
  const bursts: Burst[] = [];
  const wanted = Math.round((options.burstsADay * (hours - FIRST_BURST_HOUR)) / 24);
  for (let tries = 0; bursts.length < wanted && tries < wanted * 2000; tries++) {
    const [least, most] = BURST_RATES[bursts.length % BURST_RATES.length] ?? [0, 0];
    const one = leaves[Math.floor(random() * leaves.length)];
    const hour = FIRST_BURST_HOUR + Math.floor(random() * (hours - FIRST_BURST_HOUR - BURST_HOURS - 1));
    if (one === undefined || outages.some(({ from, to }) => hour >= from - BURST_HOURS && hour <= to + 1)) continue;
    const late = random();
    const rate = (1 - late) * meanRate(one, hour, coverage) + late * meanRate(one, hour + 1, coverage);
    if (rate < least || rate >= most || one.names.some((name) => busy.get(name)?.some((at) => Math.abs(at - hour) < 36))) continue;
    for (const name of one.names) busy.set(name, [...(busy.get(name) ?? []), hour]);
    const from = MADE_UP_START + hour * HOUR_MS + Math.floor(late * 60) * MINUTE_MS;
    bursts.push({ series: one.names[0] ?? '', from, to: from + BURST_HOURS * HOUR_MS, rate, scatter: one.scatter, copied: one.copied });
  }
  return bursts.sort((a, b) => a.from - b.from);
}

/** A family of a group; the first ones publish the most. */
function publisherOf({ groups }: Rhythm, random: Random): number {
  const at = random();
  const group = Math.max(0, groups.findIndex((share) => at < share));
  return group * FAMILIES + Math.floor(FAMILIES * random() ** 1.7);
}

/**
 * A history by the numbers of a seed: rhythms of day and week, coverage that drifts, jumps and falls, hours that scatter, copies within minutes,
 * outages of some publishers and of all with what they catch up, and bursts at known times.
 */
export function madeUpHistory(given: Partial<MadeUpOptions> = {}): MadeUpHistory {
  const options = { ...MADE_UP_DEFAULTS, ...given };
  const random = seeded(options.seed);
  const series = madeUpSeries(options.series, random);
  const outages = madeUpOutages(options, random);
  const coverage = madeUpCoverage(options.days, random);
  const bursts = madeUpBursts(options, series, coverage, outages, random);
  const startHour = MADE_UP_START / HOUR_MS;
  const silent = (hour: number) => outages.find(({ from, to }) => hour >= from && hour < to);

  function* batches(): Generator<Row[]> {
    const dice = seeded(options.seed + 1);
    const rates = new Float64Array(series.length);
    const later = new Map<number, Row[]>();
    const burstsOf = series.map(({ names: [name] }) => bursts.filter((burst) => burst.series === name));
    const add = (minute: number, row: Row) => {
      const rows = later.get(minute);
      // tens of thousands are caught up in a minute: they are not copied for each that comes
      if (rows) rows.push(row);
      else later.set(minute, [row]);
    };
    for (let minute = 0; minute < options.days * 1440; minute++) {
      const hour = Math.floor(minute / 60);
      const at = MADE_UP_START + minute * MINUTE_MS;
      if (minute % 60 === 0) series.forEach((one, i) => { rates[i] = (meanRate(one, hour, coverage) * gamma(one.scatter, dice)) / 60 / (1 + one.copied); });
      const outage = silent(hour);
      const batch = later.get(minute) ?? [];
      later.delete(minute);
      const say = (one: Rhythm, publisher: number, delay: number) => {
        if (outage !== undefined && (outage.group === null || Math.floor(publisher / FAMILIES) === outage.group)) {
          // caught up within ten minutes of the outage's end, and marked as late
          const end = outage.to * 60 + Math.floor(10 * dice());
          add(end, { at: MADE_UP_START + end * MINUTE_MS, publisher, late: true, series: one.names });
          return;
        }
        if (delay === 0) batch.push({ at, publisher, late: false, series: one.names });
        else add(minute + delay, { at: at + delay * MINUTE_MS, publisher, late: false, series: one.names });
      };
      for (const [i, one] of series.entries()) {
        const burst = burstsOf[i]?.some(({ from, to }) => at >= from && at < to) ? options.times : 1;
        for (let count = poisson((rates[i] ?? 0) * burst, dice); count > 0; count--) {
          say(one, publisherOf(one, dice), 0);
          if (dice() < one.copied) say(one, publisherOf(one, dice), 1 + Math.floor(12 * dice()));
        }
      }
      yield batch;
    }
  }

  return { from: MADE_UP_START, to: MADE_UP_START + options.days * 24 * HOUR_MS, series, bursts, isGap: (hour) => silent(hour - startHour) !== undefined, batches };
}
