'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { BuiltInTopic, TopicInput } from '@/lib/own-topic';
import { useWordsOf } from '../sources/words-of';
import { ask } from '../ui/ask';
import { Button } from '../ui/button';
import { formatNumber, labelIn } from '../ui/format';
import { languageName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';
import { asOwn, COLOURS } from './draft';

interface Props {
  id: string;
  canCopy: boolean;
  onCopy(from: TopicInput): void;
}

type Found = { topic: BuiltInTopic } | { problem: string } | null;

/** A built-in topic, in the form in which users write theirs: to be read, and to be copied. */
export function BuiltInView({ id, canCopy, onCopy }: Props) {
  const t = useTranslations('topics');
  const locale = useUiLocale();
  const wordsOf = useWordsOf();
  const [found, setFound] = useState<Found>(null);
  useEffect(() => {
    let here = true;
    void ask<BuiltInTopic>(`/api/topics/${encodeURIComponent(id)}`).then((answer) => {
      if (here) setFound(answer.outcome === 'done' ? { topic: answer.value } : { problem: answer.outcome === 'failed' ? wordsOf(answer) : '' });
    });
    return () => {
      here = false;
    };
  }, [id, wordsOf]);
  if (found === null) return <p className="p-6 text-soft">{t('loading')}</p>;
  if ('problem' in found) return <p role="alert" className="p-6 text-bad">{found.problem}</p>;
  const { topic, definition } = found.topic;
  const name = labelIn(topic.label, locale);
  return (
    <div data-testid="built-in" className="flex flex-col gap-5 p-4 md:p-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-lg font-semibold">{name}</h2>
          <p className="text-sm text-soft">{t('builtInHint')}</p>
          {topic.iptc ? (
            <p className="text-xs text-faint">
              IPTC <bdi dir="ltr">{topic.iptc}</bdi>
            </p>
          ) : null}
        </div>
        {canCopy ? (
          <Button data-testid="copy-topic" onClick={() => onCopy({ name: t('copyOf', { name }), colour: COLOURS[0], definition: asOwn(definition) })}>
            {t('copy')}
          </Button>
        ) : null}
      </div>
      <Phrases definition={definition} />
    </div>
  );
}

/** By language and weight, as their files have them. */
function Phrases({ definition: { phrases, must, mustNot } }: Pick<BuiltInTopic, 'definition'>) {
  const t = useTranslations('topics');
  const locale = useUiLocale();
  const groups = new Map<string, typeof phrases>();
  for (const one of phrases) {
    const key = JSON.stringify([one.lang ?? '', one.weight]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return (
    <>
      {[...groups].map(([key, its]) => (
        <section key={key} className="flex flex-col gap-1.5">
          <h3 className="text-sm font-medium text-soft">
            {t('phrasesOf', {
              language: its[0]?.lang ? languageName(its[0].lang, locale) : t('anyLanguage'),
              weight: formatNumber(its[0]?.weight ?? 0, locale),
            })}
          </h3>
          <PhraseList phrases={its.map(({ phrase, near }) => (near ? `${phrase} ~${near.words} ${near.phrase}` : phrase))} />
        </section>
      ))}
      {must.length > 0 ? <Conditions title={t('must')} phrases={must} /> : null}
      {mustNot.length > 0 ? <Conditions title={t('mustNot')} phrases={mustNot} /> : null}
      {phrases.length === 0 ? <p className="text-sm text-soft">{t('onlyBelow')}</p> : null}
    </>
  );
}

function Conditions({ title, phrases }: { title: string; phrases: readonly string[] }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="text-sm font-medium text-soft">{title}</h3>
      <PhraseList phrases={phrases} />
    </section>
  );
}

function PhraseList({ phrases }: { phrases: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {phrases.map((phrase, n) => (
        <li key={n} dir="auto" className="rounded bg-sunken px-2 py-0.5 text-sm">
          {phrase}
        </li>
      ))}
    </ul>
  );
}
