/**
 * Who published in which quarter hour, of one key in one hour or day: a list of 4-byte cells, big-endian, to which every change appends.
 * From the top: 1 bit "taken out" (an article left), 1 bit "late" (stored long after it was published), 7 bits quarter hour of the UTC day, 23 bits publisher.
 * What was put in and taken out again cancels out when it is read.
 */
export interface Cell {
  /** 0 to 95, of the UTC day */
  quarter: number;
  publisherId: number;
  late: boolean;
  /** +1 put in, -1 taken out */
  step: 1 | -1;
}

const OUT = 0x8000_0000;
const LATE = 0x4000_0000;
const QUARTER_SHIFT = 23;
const QUARTER_MASK = 0x7f;
/** beyond this a publisher's number doesn't fit */
export const MAX_PUBLISHER = 0x7f_ffff;
const QUARTER_MS = 900_000;

/** The quarter hour of its UTC day that a time lies in. */
export const quarterOf = (at: Date): number => Math.floor((at.getTime() % 86_400_000) / QUARTER_MS);

/** @throws RangeError for a publisher beyond MAX_PUBLISHER */
export function encodeCell({ quarter, publisherId, late, step }: Cell): number {
  if (publisherId < 0 || publisherId > MAX_PUBLISHER) throw new RangeError(`publisher ${publisherId} does not fit a cell (0 to ${MAX_PUBLISHER})`);
  return ((step < 0 ? OUT : 0) | (late ? LATE : 0) | (quarter << QUARTER_SHIFT) | publisherId) >>> 0;
}

export function decodeCell(code: number): Cell {
  return {
    quarter: (code >>> QUARTER_SHIFT) & QUARTER_MASK, publisherId: code & MAX_PUBLISHER, late: (code & LATE) !== 0, step: (code & OUT) === 0 ? 1 : -1,
  };
}

/** The cells' bytes as Postgres takes them by decode(…, 'hex'). */
export function cellsToHex(cells: readonly Cell[]): string {
  return cells.map((cell) => encodeCell(cell).toString(16).padStart(8, '0')).join('');
}

/** Goes through the cells of a row's bytes without making an object of each: a busy key has a hundred thousand a month. */
export function forEachCell(bytes: Uint8Array, visit: (quarter: number, publisherId: number, late: boolean, step: 1 | -1) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = 0; offset + 4 <= bytes.byteLength; offset += 4) {
    const code = view.getUint32(offset);
    visit((code >>> QUARTER_SHIFT) & QUARTER_MASK, code & MAX_PUBLISHER, (code & LATE) !== 0, (code & OUT) === 0 ? 1 : -1);
  }
}
