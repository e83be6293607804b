'use client';

import { useTranslations } from 'next-intl';
import type { SpikeArticle, SpikeCompanion, SpikeView } from '@/lib/spike';
import { webUrl } from '../feed/web-url';
import { PageFrame } from '../header/page-frame';
import { formatNumber, formatPower, labelIn } from '../ui/format';
import { RelativeTime } from '../ui/relative-time';
import { useUiLocale } from '../ui/use-locale';
import { SpikeFacts, SpikeName, StateBadge } from './spike-facts';
import { useSpikes } from './use-spikes';

/** One spike: what, since when, who had it first, what explains it, and what is named beside. */
export function SpikePage({ spike: first }: { spike: SpikeView }) {
  const t = useTranslations('spikes');
  const locale = useUiLocale();
  const { spikes, connection } = useSpikes([first], null);
  const spike = spikes.find(({ id }) => id === first.id) ?? first;
  const { story } = spike;
  return (
    <PageFrame page="spikes" connection={connection} skip={{ to: 'spike', text: t('skipOne') }}>
      <main id="spike" tabIndex={-1} className="flex-1 overflow-y-auto p-4">
        <div className="mx-auto flex max-w-4xl flex-col gap-6">
          <div className="flex flex-col gap-2">
            <p className="text-sm">
              <a href="/spikes" className="text-accent hover:underline">{t('all')}</a>
            </p>
            <div className="flex flex-wrap items-center gap-3">
              <h1 className="text-xl font-semibold">
                <SpikeName spike={spike} />
              </h1>
              <StateBadge state={spike.state} />
            </div>
            <SpikeFacts spike={spike} />
            <p className="text-sm text-soft">{t('chance', { number: formatPower(spike.surprise, locale) })}</p>
            <p className="text-sm">
              <a href={`/?${spike.query}`} className="text-accent hover:underline">{t('articles')}</a>
            </p>
          </div>
          {story.first ? (
            <Part title={t('first')}>
              <Told article={story.first} />
            </Part>
          ) : null}
          <Part title={t('explaining')}>
            <ul className="flex flex-col gap-2">{story.articles.map((article) => <li key={article.id}><Told article={article} /></li>)}</ul>
          </Part>
          <Part title={t('reporting')}>
            <ul className="flex flex-wrap gap-2 text-sm">
              {story.publishers.map(({ id, name, count }) => <Counted key={id} name={name} count={count} />)}
            </ul>
          </Part>
          {story.places.length > 0 ? <Beside title={t('places')} companions={story.places} /> : null}
          {story.topics.length > 0 ? <Beside title={t('topics')} companions={story.topics} /> : null}
        </div>
      </main>
    </PageFrame>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold text-soft">{title}</h2>
      {children}
    </section>
  );
}

function Told({ article: { title, dir, lang, url, publisher, firstSeenAt } }: { article: SpikeArticle }) {
  const address = webUrl(url);
  return (
    <div className="rounded-lg border border-line bg-surface p-3">
      <p dir={dir} lang={lang ?? undefined} className="font-medium">
        {address ? <a href={address} rel="noreferrer" target="_blank" className="hover:text-accent hover:underline">{title}</a> : title}
      </p>
      <p className="pt-1 text-sm text-soft">
        <bdi>{publisher.name}</bdi> · <RelativeTime iso={firstSeenAt} hint={(exact) => exact} />
      </p>
    </div>
  );
}

function Counted({ name, count }: { name: string; count: number }) {
  const locale = useUiLocale();
  return (
    <li className="rounded-full border border-line bg-surface px-2.5 py-0.5">
      <bdi>{name}</bdi> <span className="text-faint">{formatNumber(count, locale)}</span>
    </li>
  );
}

function Beside({ title, companions }: { title: string; companions: readonly SpikeCompanion[] }) {
  const locale = useUiLocale();
  return (
    <Part title={title}>
      <ul className="flex flex-wrap gap-2 text-sm">{companions.map(({ key, label, count }) => <Counted key={key} name={labelIn(label, locale)} count={count} />)}</ul>
    </Part>
  );
}
