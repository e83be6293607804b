import { createHeights, type Heights } from './heights';

/** The rows that are drawn: from `from` to before `to`. */
export interface Range {
  from: number;
  to: number;
}

/** What a list is known by: the ids of its rows, in order. */
export type Rows = readonly { id: string }[];

/** Where the scroller stands, in pixels. */
export interface View {
  top: number;
  height: number;
}

/** So many rows are drawn beyond the screen on either side ... */
const BEYOND = 6;
/** ... of which so many at a time come in once what is on the screen is there: a jump must not draw them all in one go. */
const AT_ONCE = 3;
/** Less than this is what rounding makes of one height. */
const SAME = 0.01;

/** What is in one of them or between them. */
const hull = (a: Range, b: Range): Range => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) });
const isEmpty = ({ from, to }: Range) => to <= from;

function within({ from, to }: Range, by: Range): Range {
  return { from: Math.max(from, by.from), to: Math.min(to, by.to) };
}

export const isSame = (a: Range, b: Range) => a.from === b.from && a.to === b.to;

function onScreen(heights: Heights, { top, height }: View): Range {
  return heights.count === 0 ? { from: 0, to: 0 } : { from: heights.at(top), to: heights.at(top + height) + 1 };
}

const wider = ({ from, to }: Range, rows: number, { count }: Heights): Range => ({ from: Math.max(0, from - rows), to: Math.min(count, to + rows) });

/** The rows to be drawn next: at once what is on the screen, then a few more at each call until there are enough beyond it. */
export function nextRange(drawn: Range, heights: Heights, view: View): Range {
  const seen = onScreen(heights, view);
  const enough = wider(seen, BEYOND, heights);
  const kept = within(drawn, enough);
  // far from what was drawn, or beside it with nothing in common
  if (isEmpty(kept) || isEmpty(within(kept, wider(seen, 1, heights)))) return seen;
  const shown = hull(kept, seen);
  return isSame(shown, kept) ? within(wider(kept, AT_ONCE, heights), enough) : shown;
}

/** Where each row of `after` was in `before`; -1: nowhere. Two lists of a feed are the same for the most part: only the rest is looked up. */
export function placesIn(before: Rows, after: Rows): Int32Array {
  const places = new Int32Array(after.length).fill(-1);
  const most = Math.min(before.length, after.length);
  let head = 0;
  for (; head < most && before[head]?.id === after[head]?.id; head += 1) places[head] = head;
  let tail = 1;
  for (; tail <= most - head && before.at(-tail)?.id === after.at(-tail)?.id; tail += 1) places[after.length - tail] = before.length - tail;
  const rest = new Map(before.slice(head, before.length - tail + 1).map(({ id }, n) => [id, head + n]));
  for (let n = head; n <= after.length - tail; n += 1) places[n] = rest.get(after[n]?.id ?? '') ?? -1;
  return places;
}

/** The other way round: where each of `count` rows is now. */
function inverse(places: Int32Array, count: number): Int32Array {
  const now = new Int32Array(count).fill(-1);
  places.forEach((was, is) => {
    if (was >= 0) now[was] = is;
  });
  return now;
}

/** From the first to the last of these rows that are still there. */
function carried(range: Range, now: Int32Array): Range {
  const there = now.subarray(range.from, range.to).filter((is) => is >= 0);
  return there.length === 0 ? { from: 0, to: 0 } : { from: Math.min(...there), to: Math.max(...there) + 1 };
}

/** How much of a row is past the screen's upper edge once it is of another height: as much, but of a lower one never so much that most of it would be gone. */
function scaled(past: number, was: number, is: number): number {
  return is >= was || past <= is / 2 ? past : (past * is) / was;
}

/**
 * A list of which only the rows near the screen are drawn. It knows where all begin, and what the scroller has to be moved by, so that
 * what is being read stays where it is.
 */
export interface ListWindow {
  heights(): Heights;
  range(): Range;
  view(): View;
  /** another list, or other heights to expect: called while it is drawn, the second time for nothing */
  show(rows: Rows, expected: number): void;
  /** `range` is drawn now: what is to be drawn next follows from it, however often the list is moved before */
  drew(): void;
  /** @returns whether other rows are to be drawn; `settled` says whether they are all */
  move(view: View): boolean;
  settled(): boolean;
  /** a drawn row's height, in its own index */
  measured(index: number, height: number): void;
  /** what the scroller is to be moved by, since rows above what is read came, went or changed; 0 from then on */
  takeShift(): number;
}

interface Options {
  rows: Rows;
  expected: number;
  view: View;
  /** nearer to its top than this a list stays at its top, whatever comes in there */
  top: number;
}

export function createListWindow({ rows: firstRows, expected: firstExpected, view: firstView, top: atTop }: Options): ListWindow {
  let rows = firstRows;
  let expected = firstExpected;
  let view = firstView;
  let heights = createHeights(rows.length, () => expected);
  let range = wider(onScreen(heights, view), BEYOND, heights);
  let drawn = range;
  let shift = 0;
  /** heights of rows that are or were drawn last: they tell no more of them while those do not change */
  const known = new Map<string, number>();

  /** Keeps the first row on the screen, or else the first after it that is still there, where it is. */
  function hold(now: Int32Array, after: Heights) {
    if (view.top <= atTop) return;
    const first = heights.at(view.top);
    const was = now.findIndex((is, index) => index >= first && is >= 0);
    if (was < 0) return;
    const is = now[was] ?? 0;
    const past = view.top - heights.before(was);
    const top = after.before(is) + scaled(past, heights.of(was), after.of(is));
    shift += top - view.top;
    view = { ...view, top };
  }

  function forget() {
    const wanted = new Set(rows.slice(range.from, range.to).map(({ id }) => id));
    for (const id of known.keys()) if (!wanted.has(id)) known.delete(id);
  }

  return {
    heights: () => heights,
    range: () => range,
    view: () => view,
    show(after, height) {
      if (after === rows && height === expected) return;
      const places = placesIn(rows, after);
      const now = inverse(places, rows.length);
      // measured anew where they stand: what is on the screen grows and shrinks downwards, as what was seen before does
      if (height !== expected) for (const id of known.keys()) known.set(id, height);
      const heightOf = (index: number) => {
        const was = places[index] ?? -1;
        return was >= 0 && height === expected ? heights.of(was) : known.get(after[index]?.id ?? '') ?? height;
      };
      const next = createHeights(after.length, heightOf);
      hold(now, next);
      [rows, expected, heights] = [after, height, next];
      drawn = carried(drawn, now);
      range = nextRange(drawn, heights, view);
    },
    drew() {
      drawn = range;
    },
    move(next) {
      view = next;
      const before = range;
      range = nextRange(drawn, heights, view);
      if (isSame(before, range)) return false;
      forget();
      return true;
    },
    settled: () => isSame(range, nextRange(range, heights, view)),
    measured(index, height) {
      const id = rows[index]?.id;
      if (id === undefined) return;
      const [start, was] = [heights.before(index), heights.of(index)];
      const seenBefore = known.has(id);
      known.set(id, height);
      if (Math.abs(height - was) < SAME) return;
      heights.set(index, height);
      // what is above the screen, or comes in at its upper edge, moves what is read; what grows while it is read grows downwards
      if (view.top > atTop && (seenBefore ? start + was <= view.top : start < view.top)) {
        shift += height - was;
        view = { ...view, top: view.top + height - was };
      }
    },
    takeShift() {
      const taken = shift;
      shift = 0;
      return taken;
    },
  };
}
