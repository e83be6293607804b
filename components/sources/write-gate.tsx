'use client';

import { useTranslations } from 'next-intl';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { TokenForm } from '../banner/token-form';
import { Dialog } from '../ui/dialog';
import { ask, type Answer, type Ask } from '../ui/ask';

/** `cancelled`: the token was asked for and not given. */
export type Written<T> = Exclude<Answer<T>, { outcome: 'token-needed' }> | { outcome: 'cancelled' };

export interface Gate {
  /** false: nobody may write here, and what would is not offered */
  open: boolean;
  write<T>(path: string, how: Ask): Promise<Written<T>>;
}

const GateContext = createContext<Gate>({ open: false, write: async () => ({ outcome: 'cancelled' }) });

export const useGate = () => useContext(GateContext);

interface Waiting {
  wrong: boolean;
  answer(token: string | null): void;
}

/** All writes go through here: where the server wants the token it is asked for once, and remembered while the page is open, no longer. */
export function WriteGate({ access, children }: { access: 'open' | 'token' | 'read-only'; children: ReactNode }) {
  const token = useRef<string | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  const tokenFrom = useCallback(
    (wrong: boolean) => new Promise<string | null>((resolve) => setWaiting({ wrong, answer: resolve })).finally(() => setWaiting(null)),
    [],
  );

  const write = useCallback(
    async <T,>(path: string, how: Ask): Promise<Written<T>> => {
      let answer = await ask<T>(path, how, token.current);
      while (answer.outcome === 'token-needed') {
        const given = await tokenFrom(token.current !== null);
        token.current = given;
        if (given === null) return { outcome: 'cancelled' };
        answer = await ask<T>(path, how, given);
      }
      return answer;
    },
    [tokenFrom],
  );

  const gate = useMemo<Gate>(() => ({ open: access !== 'read-only', write }), [access, write]);
  return (
    <GateContext value={gate}>
      {children}
      {waiting ? <TokenDialog waiting={waiting} /> : null}
    </GateContext>
  );
}

function TokenDialog({ waiting }: { waiting: Waiting }) {
  const t = useTranslations();
  return (
    <Dialog title={t('sources.writeTitle')} place="middle" testId="token-dialog" onClose={() => waiting.answer(null)}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-soft">{t('sources.writeHint')}</p>
        {waiting.wrong ? (
          <p role="alert" className="text-sm text-bad">
            {t('sample.tokenWrong')}
          </p>
        ) : null}
        <TokenForm
          busy={false}
          hint={t('sources.writeHint')}
          confirm={t('sources.writeConfirm')}
          onToken={waiting.answer}
          onCancel={() => waiting.answer(null)}
        />
      </div>
    </Dialog>
  );
}
