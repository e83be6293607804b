import type { AddReport, NewSource } from '../../lib/source';

/** What a list of feeds holds: those to add, each with the line it stands on, and what names none. */
export interface OpmlContent {
  feeds: (NewSource & { line: number })[];
  refused: AddReport['refused'];
}
