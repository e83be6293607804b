'use client';

import { useEffect, useState, type RefObject } from 'react';

/** Whether the reader can see the element: the page is in front, and the element in it, not in another tab of a telephone. */
export function useVisible(ref: RefObject<Element | null>): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let inPage = false;
    const tell = () => setVisible(inPage && !document.hidden);
    const observer = new IntersectionObserver((entries) => {
      inPage = entries.at(-1)?.isIntersecting ?? false;
      tell();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', tell);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', tell);
    };
  }, [ref]);
  return visible;
}
