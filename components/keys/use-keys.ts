'use client';

import { useEffect, useRef } from 'react';
import { keysAreOn } from './keys-choice';
import { createKeyReader, type KeyAction } from './keys';

export type KeyHandlers = Partial<Record<KeyAction, () => void>>;

const TYPED_INTO = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=""], [contenteditable="true"]';

/** Whether a stroke is somebody's writing, or another part's business: a modal dialog has keys of its own. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (document.querySelector('dialog[open]')) return true;
  return event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
}

/** Enter on a link or a button is that link's or button's. */
const isItsOwn = ({ key, target }: KeyboardEvent) => key === 'Enter' && target instanceof Element && target.closest('a, button, summary, label, input') !== null;

/** Does what the keys ask for, while this is rendered; never while somebody types. */
export function useKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const read = createKeyReader();
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event) || isItsOwn(event)) return;
      const action = read(event, event.timeStamp);
      const act = action === null ? undefined : latest.current[action];
      if (!act || (action !== 'close' && !keysAreOn())) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
