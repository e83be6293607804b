import { expect, it } from 'vitest';
import { createTasks } from '../../bench/trends/backtest-thread';

it('scores a made-up history at each threshold: all is found where little is asked, nothing where everything is', async () => {
  const { scores, falseAtFirst, ...rest } = await createTasks().backtest({ seed: 3, days: 6, series: 30, thresholds: [[3, 2, 2], [90, 90, 90]] });
  expect(rest).toMatchObject({ seed: 3, series: 30, checks: 2 * 1440 });
  expect(rest.articles).toBeGreaterThan(10_000);
  const [low, high] = scores;
  const sum = (of: (rate: NonNullable<typeof low>['rates'][number]) => number) => (low?.rates ?? []).reduce((so, rate) => so + of(rate), 0);
  expect(sum(({ bursts }) => bursts)).toBeGreaterThan(5);
  expect(sum(({ inAll }) => inAll)).toBeGreaterThan(0.5 * sum(({ bursts }) => bursts));
  expect(low?.falseOnes.length).toBe(falseAtFirst.length);
  expect(high).toMatchObject({ spikes: 0, falseOnes: [] });
}, 120_000);
