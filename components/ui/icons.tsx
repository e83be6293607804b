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

/** The six states of a feed, told apart by their shape. */
export const CheckIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="8" cy="8" r="6" />
    <path d="m5.3 8.2 1.9 1.9 3.6-4" />
  </Icon>
);

export const AlertIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M8 2.2 14.6 13.6H1.4Z" />
    <path d="M8 6.4v3.2m0 2v.01" />
  </Icon>
);

export const CrossedIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="8" cy="8" r="6" />
    <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" />
  </Icon>
);

export const SilentIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="8" cy="8" r="6" />
    <path d="M5 8h6" />
  </Icon>
);

export const ClockIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.6V8l2.4 1.6" />
  </Icon>
);

export const PauseIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M5.5 3.5v9m5-9v9" />
  </Icon>
);

/** Onwards is not a matter of reading direction here: the sign on every player. */
export const PlayIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M5 3.2 12.5 8 5 12.8Z" />
  </Icon>
);

export const RefreshIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M13.3 8a5.3 5.3 0 1 1-1.6-3.8" />
    <path d="M13.5 1.8v3h-3" />
  </Icon>
);

export const PlusIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M8 3v10M3 8h10" />
  </Icon>
);

export const FolderIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M1.8 12.5v-9h4.2l1.5 1.8h6.7v7.2Z" />
  </Icon>
);

export const ImportIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M8 2v8m0 0L5 7m3 3 3-3M2.5 11v2.5h11V11" />
  </Icon>
);

export const ExportIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M8 10V2m0 0L5 5m3-3 3 3M2.5 11v2.5h11V11" />
  </Icon>
);

export const FilterIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M2 4h12M4.5 8h7M7 12h2" />
  </Icon>
);

export const MenuIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />
  </Icon>
);

export const GearIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="8" cy="8" r="2.2" />
    <path d="M8 1.8v1.7m0 9v1.7M1.8 8h1.7m9 0h1.7M3.6 3.6l1.2 1.2m6.4 6.4 1.2 1.2m0-8.8-1.2 1.2m-6.4 6.4-1.2 1.2" />
    <circle cx="8" cy="8" r="4.5" />
  </Icon>
);

export const WallIcon = ({ className }: Props) => (
  <Icon className={className}>
    <rect x="1.5" y="3" width="13" height="8.5" rx="1" />
    <path d="M4.5 6h4m-4 2.5h7M6 14h4" />
  </Icon>
);

/** Leads out of this page. Drawn as other programs have it, in either reading direction. */
export const OutwardIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M6 3.5H3.5v9h9V10M9 3h4v4m0-4L7.5 8.5" />
  </Icon>
);

export const StarIcon = ({ className, filled = false }: Props & { filled?: boolean }) => (
  <Icon className={className}>
    <path fill={filled ? 'currentColor' : 'none'} d="m8 1.9 1.85 3.9 4.25.55-3.1 2.95.8 4.2L8 11.45 4.2 13.5l.8-4.2-3.1-2.95 4.25-.55Z" />
  </Icon>
);

export const HiddenIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M2 2l12 12M6.2 3.9A6.6 6.6 0 0 1 8 3.6c4 0 6.3 4.4 6.3 4.4a11 11 0 0 1-1.8 2.3M4 5A11.6 11.6 0 0 0 1.7 8S4 12.4 8 12.4a6.3 6.3 0 0 0 3-.8M6.7 6.7a1.9 1.9 0 0 0 2.6 2.6" />
  </Icon>
);

export const NoteIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M3 2.5h10v7.5l-3.5 3.5H3Z" />
    <path d="M13 10H9.5v3.5M5.5 5.5h5M5.5 8h3" />
  </Icon>
);

export const CopyIcon = ({ className }: Props) => (
  <Icon className={className}>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.2" />
    <path d="M10.5 5.5V3.7a1.2 1.2 0 0 0-1.2-1.2H3.7a1.2 1.2 0 0 0-1.2 1.2v5.6a1.2 1.2 0 0 0 1.2 1.2h1.8" />
  </Icon>
);

export const LinkIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M6.5 9.5a2.8 2.8 0 0 0 4 0l2.3-2.3a2.8 2.8 0 0 0-4-4L8 4M9.5 6.5a2.8 2.8 0 0 0-4 0L3.2 8.8a2.8 2.8 0 0 0 4 4L8 12" />
  </Icon>
);

export const KeyboardIcon = ({ className }: Props) => (
  <Icon className={className}>
    <rect x="1.5" y="4" width="13" height="8.5" rx="1.2" />
    <path d="M4 6.8h.01M6.7 6.8h.01M9.3 6.8h.01M12 6.8h.01M5 9.8h6" />
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

export const TickIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="m3.5 8.5 3 3 6-7" />
  </Icon>
);

export const MoreIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />
  </Icon>
);
