'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import type { OwnTopic, TopicCounts, TopicList as Topics } from '@/lib/own-topic';
import { ColourDot } from '../ui/colour-dot';
import { formatNumber, labelIn } from '../ui/format';
import { ChevronIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import { Progress } from './progress';

interface Props {
  topics: Topics;
  chosen: string | null;
  onChoose(id: string): void;
}

/** The users' topics with their numbers, then the built-in ones as the tree that they are. */
export function TopicList({ topics: { own, builtIn }, chosen, onChoose }: Props) {
  const t = useTranslations('topics');
  const locale = useUiLocale();
  const tops = builtIn.filter(({ topic }) => topic.parent === null);
  const [open, setOpen] = useState<string | null>(() => builtIn.find(({ topic }) => topic.id === chosen)?.topic.parent ?? null);
  return (
    <div className="flex flex-col gap-5 p-3">
      <section aria-labelledby="own-topics">
        <h2 id="own-topics" className="px-2 pb-1.5 text-sm font-semibold">
          {t('own')}
        </h2>
        {own.length === 0 ? <p className="px-2 text-sm text-soft">{t('noneYet')}</p> : null}
        <ul data-testid="own-topics" className="flex flex-col gap-0.5">
          {own.map((topic) => (
            <OwnRow key={topic.id} topic={topic} chosen={topic.id === chosen} onChoose={onChoose} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="built-in-topics">
        <div className="flex items-baseline justify-between gap-2 ps-2 pe-9 pb-1.5">
          <h2 id="built-in-topics" className="text-sm font-semibold">
            {t('builtIn')}
          </h2>
          <span aria-hidden="true" className="text-xs text-faint">
            {t('countsHead')}
          </span>
        </div>
        <ul data-testid="built-in-topics" className="flex flex-col gap-0.5">
          {tops.map(({ topic, articles }) => {
            const branches = builtIn.filter((one) => one.topic.parent === topic.id);
            const isOpen = open === topic.id;
            const name = labelIn(topic.label, locale);
            return (
              <li key={topic.id}>
                <div className="flex items-center">
                  <Row id={topic.id} chosen={topic.id === chosen} onChoose={onChoose} articles={articles}>
                    <bdi className="truncate">{name}</bdi>
                  </Row>
                  {branches.length > 0 ? (
                    <button
                      type="button"
                      aria-expanded={isOpen}
                      aria-label={t(isOpen ? 'collapse' : 'expand', { name })}
                      onClick={() => setOpen(isOpen ? null : topic.id)}
                      className="grid size-7 shrink-0 place-items-center rounded text-faint hover:text-ink"
                    >
                      <ChevronIcon className={isOpen ? 'rotate-90' : 'rtl:rotate-180'} />
                    </button>
                  ) : (
                    <span className="size-7 shrink-0" />
                  )}
                </div>
                {isOpen ? (
                  <ul className="ms-4 border-s border-line ps-1">
                    {branches.map((one) => (
                      <li key={one.topic.id}>
                        <Row id={one.topic.id} chosen={one.topic.id === chosen} onChoose={onChoose} articles={one.articles}>
                          <bdi className="truncate">{labelIn(one.topic.label, locale)}</bdi>
                        </Row>
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}

function OwnRow({ topic, chosen, onChoose }: { topic: OwnTopic; chosen: boolean; onChoose(id: string): void }) {
  return (
    <li data-topic-id={topic.id} data-state={topic.retag?.state}>
      <Row id={topic.id} chosen={chosen} onChoose={onChoose} articles={topic.articles}>
        <ColourDot colour={topic.colour} />
        <bdi className="truncate">{topic.name}</bdi>
      </Row>
      <div className="px-2">
        <Progress retag={topic.retag} name={topic.name} />
      </div>
    </li>
  );
}

interface RowProps {
  id: string;
  chosen: boolean;
  articles: TopicCounts;
  onChoose(id: string): void;
  children: ReactNode;
}

function Row({ id, chosen, articles, onChoose, children }: RowProps) {
  const t = useTranslations('topics');
  const locale = useUiLocale();
  const counts = t('counts', { day: formatNumber(articles.day, locale), week: formatNumber(articles.week, locale) });
  return (
    <button
      type="button"
      data-choose={id}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => onChoose(id)}
      title={counts}
      className="flex w-full min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1 text-start text-sm hover:bg-sunken aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-accent"
    >
      {children}
      <span className="ms-auto shrink-0 text-xs font-normal text-faint tabular-nums" aria-hidden="true">
        {formatNumber(articles.day, locale)}
        <span className="px-0.5">/</span>
        {formatNumber(articles.week, locale)}
      </span>
      <span className="sr-only">{counts}</span>
    </button>
  );
}
