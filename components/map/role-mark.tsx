import type { PlaceRole } from '@/lib/place';
import { ROLE_TOKENS } from './colours';

/** A role as the map draws it: told apart by colour, and by ring, dot and edge. */
export function RoleMark({ role }: { role: PlaceRole }) {
  const colour = `var(${ROLE_TOKENS[role]})`;
  const ring = role === 'venue' ? 2.5 : 1.5;
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" className="shrink-0">
      {role === 'about' ? <circle cx="7" cy="7" r="5.5" fill={colour} /> : null}
      {role === 'actor' ? <circle cx="7" cy="7" r="4.8" fill={colour} stroke="var(--ink)" strokeWidth="1.8" /> : null}
      {role === 'venue' || role === 'dateline' || role === 'mentioned' ? <circle cx="7" cy="7" r={5.5 - ring / 2} fill="var(--surface)" stroke={colour} strokeWidth={ring} /> : null}
      {role === 'dateline' ? <circle cx="7" cy="7" r="1.8" fill={colour} /> : null}
    </svg>
  );
}
