/** A name that would like to stand on the map; pixels of the screen. */
export interface LabelWish {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  kind: 'country' | 'province' | 'place' | 'disputed';
  /** of what it stands beside: it moves off a circle by this much; 0: it stands on its point */
  gap: number;
}

export interface PlacedLabel extends LabelWish {
  /** the middle of the text */
  x: number;
  y: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const MARGIN = 2;

const boxAt = (x: number, y: number, { width, height }: LabelWish): Box => ({
  left: x - width / 2 - MARGIN, right: x + width / 2 + MARGIN, top: y - height / 2 - MARGIN, bottom: y + height / 2 + MARGIN,
});

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A name of an area moves by so many heights where something stands on its middle. */
const AREA_MOVES = [0, 1.3, -1.3];

/** Where a name may stand: in its area; beside its circle (the side on which reading begins last), below or above it. */
function spots({ x, y, gap, width, height }: LabelWish, rtl: boolean): [number, number][] {
  if (gap === 0) return AREA_MOVES.map((move) => [x, y + move * height]);
  const aside = gap + width / 2 + 3;
  const [onwards, back] = rtl ? [-aside, aside] : [aside, -aside];
  return [[x + onwards, y], [x, y + gap + height / 2 + 1], [x + back, y], [x, y - gap - height / 2 - 1]];
}

/** Places the names in the order given, the most important first; one that finds no free spot is left out. */
export function placeLabels(wishes: readonly LabelWish[], circles: readonly { x: number; y: number; radius: number }[], rtl: boolean): PlacedLabel[] {
  const taken: Box[] = circles.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const spot = spots(wish, rtl).find(([x, y]) => !taken.some((box) => meet(box, boxAt(x, y, wish))));
    if (!spot) continue;
    taken.push(boxAt(spot[0], spot[1], wish));
    placed.push({ ...wish, x: spot[0], y: spot[1] });
  }
  return placed;
}
