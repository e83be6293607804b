import type { ButtonHTMLAttributes } from 'react';

const TONES = {
  strong: 'border-transparent bg-accent text-accent-ink hover:brightness-110',
  plain: 'border-line-strong bg-surface text-ink hover:border-accent hover:text-accent',
  quiet: 'border-transparent text-soft hover:text-ink',
  bad: 'border-bad bg-surface text-bad hover:bg-bad-soft',
} as const;

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: keyof typeof TONES;
}

/** A button as this interface draws them; does nothing by itself in a form unless its type says so. */
export function Button({ tone = 'plain', className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={`${buttonClass(tone)} ${className}`} {...rest} />;
}

/** For links that look like one. */
export function buttonClass(tone: keyof typeof TONES): string {
  return `inline-flex h-8 items-center justify-center gap-1.5 rounded-md border px-3 text-sm font-medium whitespace-nowrap disabled:opacity-55 disabled:pointer-events-none ${TONES[tone]}`;
}
