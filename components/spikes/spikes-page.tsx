'use client';

import { useTranslations } from 'next-intl';
import type { SpikeHistory, SpikeView } from '@/lib/spike';
import { PageFrame } from '../header/page-frame';
import { NotEnough } from './not-enough';
import { SpikeFacts, SpikeName, StateBadge } from './spike-facts';
import { useSpikes } from './use-spikes';

/** All spikes, those under way first. */
export function SpikesPage({ spikes: first, history: firstHistory }: { spikes: readonly SpikeView[]; history: SpikeHistory }) {
  const t = useTranslations('spikes');
  const { spikes, history, connection } = useSpikes(first, firstHistory);
  const running = spikes.filter(({ state }) => state !== 'over');
  const over = spikes.filter(({ state }) => state === 'over');
  return (
    <PageFrame page="spikes" connection={connection} skip={{ to: 'spikes', text: t('skip') }}>
      <main id="spikes" tabIndex={-1} className="flex-1 overflow-y-auto p-4">
        <div className="mx-auto flex max-w-4xl flex-col gap-6">
          <div>
            <h1 className="text-lg font-semibold">{t('title')}</h1>
            <p className="text-sm text-soft">{t('about')}</p>
            {history && !history.enough ? <NotEnough history={history} /> : null}
          </div>
          {running.length > 0 || history?.enough !== false ? <SpikeList title={t('running')} empty={t('noneRunning')} spikes={running} /> : null}
          {over.length > 0 ? <SpikeList title={t('over')} empty="" spikes={over} /> : null}
        </div>
      </main>
    </PageFrame>
  );
}

function SpikeList({ title, empty, spikes }: { title: string; empty: string; spikes: readonly SpikeView[] }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold text-soft">{title}</h2>
      {spikes.length === 0 ? <p className="text-sm text-soft">{empty}</p> : null}
      <ul className="flex flex-col gap-2">
        {spikes.map((spike) => (
          <li key={spike.id} data-testid="spike" data-series={spike.series} className="rounded-lg border border-line bg-surface p-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-1">
              <h3 className="font-semibold">
                <a href={`/spikes/${spike.id}`} className="text-accent hover:underline">
                  <SpikeName spike={spike} />
                </a>
              </h3>
              <StateBadge state={spike.state} />
            </div>
            <SpikeFacts spike={spike} />
            {spike.story.articles[0] ? (
              <p className="pt-1 text-sm" dir={spike.story.articles[0].dir}>
                {spike.story.articles[0].title}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
