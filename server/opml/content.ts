import type { AddReport, NewSource } from '../../lib/source';

/** What a list of feeds holds: those to add, each with where it stands, and what names none. */
export interface OpmlContent {
  feeds: (NewSource & { where: string })[];
  refused: AddReport['refused'];
}
