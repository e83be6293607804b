'use client';

import { useEffect, useRef, useState } from 'react';

/** A pause in typing this long asks the server, in milliseconds. */
const PAUSE_MS = 350;

interface TypedText {
  typed: string;
  /** @param known the text is the filter's already, or is about to be: nothing has to be asked */
  type(text: string, known?: boolean): void;
  /** at once, without waiting for a pause */
  apply(text: string): void;
}

/** Text on its way into the filter. Follows the filter when it changes from elsewhere, but never under the reader's fingers. */
export function useTypedText(text: string, onText: (text: string) => void): TypedText {
  const [typed, setTyped] = useState(text);
  const asked = useRef(text);
  useEffect(() => {
    if (text === asked.current) return;
    asked.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    const timer = setTimeout(() => apply(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  });

  function type(next: string, known = false) {
    if (known) asked.current = next.trim();
    setTyped(next);
  }

  function apply(value: string) {
    const words = value.trim();
    if (words === asked.current) return;
    asked.current = words;
    onText(words);
  }
  return { typed, type, apply };
}
