/**
 * A packed table is tab-separated, a row a line. One of its columns holds the row's folded names, `a|b|c`; the next, which may be
 * missing, those that were made by rule.
 */
export interface PackedLayout {
  /** number of the first of the two, from 0 */
  column: number;
  /** of the whole table, to size what holds them */
  nameCount: number;
}

export interface PackedName {
  /** offset of its row's first byte */
  at: number;
  derived: boolean;
}

/** The names of a packed table: looked up in the table's own bytes, which stay outside of JavaScript's heap. */
export interface PackedNames {
  get(key: string): readonly PackedName[];
  /** at least the number of words of the longest name that begins with this one; 0: none begins with it */
  reachOf(first: string): number;
  readonly size: number;
  /** offset of each row, in the table's order */
  readonly rowStarts: Int32Array;
}

const NONE: readonly PackedName[] = [];
const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const BAR = 124;
const SEED = 0x811c9dc5;

const mix = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x01000193);
/** The low bits of the sum above are poor in the last byte. */
const spread = (hash: number) => hash ^ (hash >>> 15);

/** Of the text's UTF-8 bytes, as of those in the table. */
export function hashOf(text: string): number {
  let hash = SEED;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) hash = mix(hash, unit);
    else if (unit < 0x800) hash = mix(mix(hash, 0xc0 | (unit >> 6)), 0x80 | (unit & 0x3f));
    else if (unit < 0xd800 || unit > 0xdfff) hash = mix(mix(mix(hash, 0xe0 | (unit >> 12)), 0x80 | ((unit >> 6) & 0x3f)), 0x80 | (unit & 0x3f));
    else return Buffer.from(text).reduce(mix, SEED);
  }
  return hash;
}

const powerAbove = (least: number) => 2 ** Math.ceil(Math.log2(Math.max(2, least)));

/** Names with the same first word share a cell, and so do a few others: it says at most too much. */
function createReach(names: number): { note(hash: number, words: number): void; of(first: string): number } {
  const cells = new Uint8Array(powerAbove(names * 8));
  const cellOf = (hash: number) => spread(hash) & (cells.length - 1);
  return {
    note(hash, words) {
      const cell = cellOf(hash);
      if ((cells[cell] ?? 0) < words) cells[cell] = words;
    },
    of: (first) => cells[cellOf(hashOf(first))] ?? 0,
  };
}

/** Chains of names by hash, in flat arrays: 16 bytes a name. */
function createChains(names: number) {
  const heads = new Int32Array(powerAbove(names));
  const next = new Int32Array(names + 1);
  const hashes = new Int32Array(names + 1);
  const starts = new Int32Array(names + 1);
  // a row made by rule is held as its complement
  const rows = new Int32Array(names + 1);
  let count = 0;
  function along(from: number, hash: number): number {
    let name = from;
    while (name > 0 && hashes[name] !== hash) name = next[name] ?? 0;
    return name;
  }
  return {
    count: () => count,
    add(hash: number, start: number, row: number) {
      count += 1;
      if (count > names) return;
      const slot = spread(hash) & (heads.length - 1);
      next[count] = heads[slot] ?? 0;
      heads[slot] = count;
      hashes[count] = hash;
      starts[count] = start;
      rows[count] = row;
    },
    /** the name of that hash that was added last, by its number; 0: none has it */
    first: (hash: number) => along(heads[spread(hash) & (heads.length - 1)] ?? 0, hash),
    /** the one of that hash that was added before */
    next: (name: number, hash: number) => along(next[name] ?? 0, hash),
    startOf: (name: number) => starts[name] ?? 0,
    rowOf: (name: number) => rows[name] ?? 0,
  };
}

/** Where the rows begin; lines that open with # are none. */
function rowStartsOf(bytes: Buffer): Int32Array {
  const starts: number[] = [];
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] !== HASH && bytes[at] !== NEWLINE) starts.push(at);
    const end = bytes.indexOf(NEWLINE, at);
    at = end < 0 ? bytes.length : end + 1;
  }
  return Int32Array.from(starts);
}

type Tell = (hash: number, start: number, firstHash: number, words: number) => void;

/** Tells of each name of a cell that begins at `from`; answers where the cell ends. */
function eachName(bytes: Buffer, from: number, tell: Tell): number {
  let at = from;
  for (;;) {
    const start = at;
    let hash = SEED;
    let first = 0;
    let words = 1;
    let byte = bytes[at] ?? NEWLINE;
    for (; byte !== BAR && byte !== TAB && byte !== NEWLINE; byte = bytes[at] ?? NEWLINE) {
      if (byte === SPACE && words === 1) first = hash;
      if (byte === SPACE) words += 1;
      hash = mix(hash, byte);
      at += 1;
    }
    if (at > start) tell(hash, start, words === 1 ? hash : first, words);
    if (byte !== BAR) return at;
    at += 1;
  }
}

/** Where a row's column begins; the line's end where it has fewer. */
function cellAt(bytes: Buffer, row: number, column: number): number {
  let at = row;
  for (let tabs = 0; tabs < column && at < bytes.length && bytes[at] !== NEWLINE; at += 1) if (bytes[at] === TAB) tabs += 1;
  return at;
}

function isName(bytes: Buffer, start: number, key: string, length: number): boolean {
  const after = bytes[start + length] ?? NEWLINE;
  return (after === BAR || after === TAB || after === NEWLINE) && bytes.toString('utf8', start, start + length) === key;
}

/** Reads every name once: some 0.1 s for half a million. */
export function packNames(bytes: Buffer, { column, nameCount }: PackedLayout): PackedNames {
  const chains = createChains(nameCount);
  const reach = createReach(nameCount);
  const rowStarts = rowStartsOf(bytes);
  for (const row of rowStarts) {
    const note = (mark: number): Tell => (hash, start, firstHash, words) => {
      chains.add(hash, start, mark);
      reach.note(firstHash, words);
    };
    const end = eachName(bytes, cellAt(bytes, row, column), note(row));
    if (bytes[end] === TAB) eachName(bytes, end + 1, note(~row));
  }
  return {
    rowStarts, size: chains.count(), reachOf: reach.of,
    get(key) {
      const hash = hashOf(key);
      let name = chains.first(hash);
      if (name === 0) return NONE;
      const found: PackedName[] = [];
      const length = Buffer.byteLength(key);
      for (; name > 0; name = chains.next(name, hash)) {
        const row = chains.rowOf(name);
        if (isName(bytes, chains.startOf(name), key, length)) found.push({ at: row < 0 ? ~row : row, derived: row < 0 });
      }
      return found.reverse();
    },
  };
}
