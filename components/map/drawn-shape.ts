export interface Point {
  x: number;
  y: number;
}

/** A drag shorter than this was a click, in pixels. */
const SHORTEST = 6;
/** A hand that goes this straight from one corner to the other means a box. */
const STRAIGHT = 0.8;

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);
const lengthOf = (path: readonly Point[]) => path.slice(1).reduce((sum, point, n) => sum + distance(path[n] as Point, point), 0);

/**
 * The outline that a hand drew: around what it circled, or the box between two corners where it went straight.
 * @returns its corners, in the order in which they are joined; null: it was a click
 */
export function shapeOf(path: readonly Point[]): Point[] | null {
  const length = lengthOf(path);
  if (length < SHORTEST) return null;
  const [from, to] = [path[0] as Point, path.at(-1) as Point];
  if (distance(from, to) < STRAIGHT * length) return [...path];
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** Whether a point lies within an outline: a ray from it crosses the outline an odd number of times. */
export function holds(outline: readonly Point[], { x, y }: Point): boolean {
  return outline.reduce((inside, a, n) => {
    const b = outline[(n + 1) % outline.length] as Point;
    const crosses = a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
    return crosses ? !inside : inside;
  }, false);
}
