/**
 * Eight series are told apart by colour, by the shape of their marks and by labels. Lines are all solid: dashes mean "not over yet". The colours stand
 * in app/trends/trends.css, a set for each theme, chosen so that the two nearest stay apart for every kind of colour blindness; a test says so.
 */
export const colourOf = (slot: number): string => `var(--series-${(slot % 8) + 1})`;

/** Shapes within a square of 8 around 0, 0, as paths. */
export const SHAPES: readonly string[] = [
  'M0-3.6A3.6 3.6 0 1 1 0 3.6A3.6 3.6 0 1 1 0-3.6Z',
  'M-3.2-3.2H3.2V3.2H-3.2Z',
  'M0-4.4L4.2 3.2H-4.2Z',
  'M0-4.8L4.2 0L0 4.8L-4.2 0Z',
  'M0 4.4L-4.2-3.2H4.2Z',
  'M-1.4-4.2H1.4V-1.4H4.2V1.4H1.4V4.2H-1.4V1.4H-4.2V-1.4H-1.4Z',
  'M-3.9-1.9L-1.9-3.9L0-2L1.9-3.9L3.9-1.9L2 0L3.9 1.9L1.9 3.9L0 2L-1.9 3.9L-3.9 1.9L-2 0Z',
  'M0-4.8L1.3-1.5L4.8-1.4L2 .8L2.9 4.2L0 2.2L-2.9 4.2L-2 .8L-4.8-1.4L-1.3-1.5Z',
];

export const shapeOf = (slot: number): string => SHAPES[slot % SHAPES.length] ?? '';
