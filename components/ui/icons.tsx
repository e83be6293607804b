import type { ReactNode } from 'react';

/** Drawn on a grid of 16; decoration beside a text or an aria-label, never the only carrier of meaning. */
function Icon({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      {children}
    </svg>
  );
}

interface Props {
  className?: string;
}

export const PinIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M8 14.5s4.5-4.2 4.5-8a4.5 4.5 0 0 0-9 0c0 3.8 4.5 8 4.5 8Z" />
    <circle cx="8" cy="6.5" r="1.5" />
  </Icon>
);

export const CloseIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="m4 4 8 8m0-8-8 8" />
  </Icon>
);

export const SearchIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3.5 3.5" />
  </Icon>
);

export const UpIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M8 13V3m0 0L4 7m4-4 4 4" />
  </Icon>
);

export const SunIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.5v1.2m0 10.6v1.2M1.5 8h1.2m10.6 0h1.2M3.4 3.4l.85.85m7.5 7.5.85.85m0-9.2-.85.85m-7.5 7.5-.85.85" />
  </Icon>
);

export const MoonIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z" />
  </Icon>
);

export const ScreenIcon = ({ className }: Props) => (
  <Icon className={className}>
    <rect x="1.8" y="2.8" width="12.4" height="8.4" rx="1.2" />
    <path d="M5.5 14h5" />
  </Icon>
);

/** Points onwards in reading direction: mirrored where Arabic is read. */
export const ChevronIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="m6 4 4 4-4 4" />
  </Icon>
);

/** The mark: a point on the horizon and the rings in which it is noticed. */
export function Mark({ className }: Props) {
  return (
    <svg viewBox="0 0 32 32" width="1em" height="1em" aria-hidden="true" className={className}>
      <path d="M4 22a12 12 0 0 1 24 0" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M10 22a6 6 0 0 1 12 0" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" opacity=".6" />
      <circle cx="16" cy="22" r="2.6" fill="currentColor" />
      <path d="M2 27h28" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" opacity=".35" />
    </svg>
  );
}
