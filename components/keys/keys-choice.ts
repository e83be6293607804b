import { keepChoice } from '../ui/cookie';

const COOKIE = 'marsad_keys';

/** Whether single keys do something. Who writes by voice turns them off (WCAG 2.1.4): a word would press a dozen. */
export function keysAreOn(): boolean {
  return !document.cookie.split('; ').includes(`${COOKIE}=off`);
}

export function turnKeys(on: boolean): void {
  keepChoice(COOKIE, on ? 'on' : 'off');
}
