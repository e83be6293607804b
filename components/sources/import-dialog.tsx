'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { AddReport } from '@/lib/source';
import { Button, buttonClass } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ImportReport } from './import-report';
import { useWordsOf } from './words-of';
import { useGate } from './write-gate';

interface Props {
  onAdded(): void;
  onClose(): void;
}

/** What a request may hold: the server's own bound. */
const MAX_BYTES = 5_000_000;
const OPML = 'text/x-opml';

/** An OPML list, from a file or pasted; then what became of each of its lines. */
export function ImportDialog({ onAdded, onClose }: Props) {
  const t = useTranslations('sources');
  const gate = useGate();
  const wordsOf = useWordsOf();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [report, setReport] = useState<AddReport | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    // A file goes as its bytes: only the server finds out its encoding.
    const body = file ?? new Blob([text]);
    if (body.size > MAX_BYTES) return setProblem(t('opml.tooLarge'));
    setBusy(true);
    const type = file ? file.type || OPML : `${OPML}; charset=utf-8`;
    const answer = await gate.write<AddReport>('/api/sources/import', { method: 'POST', raw: { body, type } });
    setBusy(false);
    setProblem(answer.outcome === 'failed' ? t('failed', { reason: wordsOf(answer) }) : null);
    if (answer.outcome !== 'done') return;
    setReport(answer.value);
    onAdded();
  }

  const again = () => {
    setFile(null);
    setText('');
    setReport(null);
  };
  return (
    <Dialog title={t('opml.title')} place="side" testId="import-dialog" onClose={onClose}>
      {report ? (
        <ImportReport report={report} onAgain={again} onClose={onClose} />
      ) : (
        <form onSubmit={(event) => void send(event)} className="flex flex-col gap-4">
          <p className="text-sm text-soft">{t('opml.hint')}</p>
          <div className="flex items-center gap-3">
            <label className={`${buttonClass('plain')} has-focus-visible:outline-2`}>
              {t('opml.file')}
              <input
                type="file"
                name="file"
                accept=".opml,.xml,.txt,text/xml,application/xml,text/x-opml"
                className="sr-only"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            </label>
            {file ? (
              <bdi dir="ltr" className="truncate text-sm">
                {file.name}
              </bdi>
            ) : null}
          </div>
          <label className="flex flex-col gap-1 text-sm font-medium">
            {t('opml.text')}
            <textarea
              value={text}
              onChange={(event) => setText(event.target.value)}
              disabled={file !== null}
              name="text"
              rows={10}
              dir="ltr"
              spellCheck={false}
              className="field technical h-auto py-2 text-xs"
            />
          </label>
          {problem ? (
            <p role="alert" className="text-sm text-bad">
              {problem}
            </p>
          ) : null}
          <div className="flex gap-2">
            <Button type="submit" tone="strong" disabled={busy || (file === null && text.trim() === '')}>
              {busy ? t('opml.importing') : t('opml.import')}
            </Button>
            <Button tone="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
