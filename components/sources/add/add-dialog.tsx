'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AddReport, Discovery, FoundFeed } from '@/lib/source';
import { Dialog } from '../../ui/dialog';
import { useGate } from '../write-gate';
import { useWordsOf } from '../words-of';
import { newSource } from '../draft';
import type { SourceDraft } from '../fields';
import { AddedReport } from './added-report';
import { AddressForm } from './address-form';
import { FoundFeeds } from './found-feeds';

interface Props {
  folders: readonly string[];
  /** something was added: the list has to be asked for */
  onAdded(): void;
  onShow(id: number): void;
  onClose(): void;
}

type Step =
  | { name: 'address'; problem: string | null }
  | { name: 'looking'; address: string }
  | { name: 'found'; found: Extract<Discovery, { ok: true }>; problem: string | null }
  | { name: 'added'; report: AddReport };

/** From a site's address to a source: look, choose among what was found, see what it holds, and only then say yes. */
export function AddDialog({ folders, onAdded, onShow, onClose }: Props) {
  const t = useTranslations();
  const gate = useGate();
  const wordsOf = useWordsOf();
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<Step>({ name: 'address', problem: null });
  const [adding, setAdding] = useState(false);

  async function look() {
    const address = typed.trim();
    setStep({ name: 'looking', address });
    const answer = await gate.write<Discovery>('/api/sources/discover', { method: 'POST', json: { address } });
    setStep(stepAfter(answer.outcome === 'failed' ? wordsOf(answer) : answer.outcome === 'done' ? answer.value : null));
  }

  /** A discovery, why there is none, or nothing where the token was not given. */
  function stepAfter(result: Discovery | string | null): Step {
    if (result === null) return { name: 'address', problem: null };
    if (typeof result === 'string') return { name: 'address', problem: t('sources.failed', { reason: result }) };
    if (result.ok && result.feeds.length + result.failed.length > 0) return { name: 'found', found: result, problem: null };
    const outcome = t(`outcome.${result.ok ? 'not-a-feed' : result.outcome}`);
    return { name: 'address', problem: [t('sources.add.nothing', { outcome }), result.ok ? '' : result.detail].filter(Boolean).join('\n') };
  }

  async function add(feed: FoundFeed, draft: SourceDraft) {
    setAdding(true);
    const answer = await gate.write<AddReport>('/api/sources', { method: 'POST', json: { feeds: [newSource(feed, draft)] } });
    setAdding(false);
    if (answer.outcome === 'done') {
      onAdded();
      setStep({ name: 'added', report: answer.value });
    } else if (answer.outcome === 'failed') {
      const problem = t('sources.failed', { reason: wordsOf(answer) });
      setStep((now) => (now.name === 'found' ? { ...now, problem } : now));
    }
  }

  const again = () => {
    setTyped('');
    setStep({ name: 'address', problem: null });
  };
  return (
    <Dialog title={t('sources.add.title')} place="side" testId="add-dialog" onClose={onClose}>
      <div className="flex flex-col gap-6">
        {step.name === 'added' ? (
          <AddedReport report={step.report} onAgain={again} onClose={onClose} />
        ) : (
          <AddressForm
            typed={typed}
            asked={step.name === 'looking' ? step.address : null}
            problem={step.name === 'address' ? step.problem : null}
            onTyped={setTyped}
            onLook={() => void look()}
          />
        )}
        {step.name === 'found' ? (
          <FoundFeeds found={step.found} folders={folders} adding={adding} problem={step.problem} onAdd={(feed, draft) => void add(feed, draft)} onShow={onShow} />
        ) : null}
      </div>
    </Dialog>
  );
}
