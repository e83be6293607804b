import type { MapColours } from './colours';
import { placeLabels, type LabelWish, type PlacedLabel } from './labels';

/** A name and where it stands on the screen, before its size is known. */
export interface Named extends Omit<LabelWish, 'width' | 'height'> {
  /** no wider than this; null: as wide as it is */
  room: number | null;
}

interface Drawn {
  colours: MapColours;
  /** font family of the page */
  family: string;
  rtl: boolean;
}

const FONTS: Record<LabelWish['kind'], { weight: number; size: number }> = {
  country: { weight: 600, size: 12 }, province: { weight: 400, size: 11 }, place: { weight: 500, size: 12 }, disputed: { weight: 400, size: 11 },
};
const LINE = 1.35;

const fontOf = (kind: LabelWish['kind'], family: string) => `${FONTS[kind].weight} ${FONTS[kind].size}px ${family}`;

/** The canvas as fine as the screen has pixels, and empty. */
function cleared(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = Math.max(1, window.devicePixelRatio || 1);
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const pen = canvas.getContext('2d');
  pen?.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen?.clearRect(0, 0, width, height);
  return pen;
}

function measure(pen: CanvasRenderingContext2D, names: readonly Named[], family: string): LabelWish[] {
  return names.flatMap(({ room, ...name }) => {
    pen.font = fontOf(name.kind, family);
    const { width } = pen.measureText(name.text);
    return room !== null && width > room ? [] : [{ ...name, width, height: FONTS[name.kind].size * LINE }];
  });
}

function write(pen: CanvasRenderingContext2D, label: PlacedLabel, { colours, family }: Drawn): void {
  pen.font = fontOf(label.kind, family);
  pen.strokeText(label.text, label.x, label.y);
  pen.fillStyle = label.kind === 'place' ? colours.ink : label.kind === 'country' ? colours.soft : colours.faint;
  pen.fillText(label.text, label.x, label.y);
}

/**
 * Writes the names over the map. The browser shapes them, so Arabic joins as it does anywhere on the page and no glyph server is asked.
 * @returns what found room
 */
export function drawNames(canvas: HTMLCanvasElement, size: { width: number; height: number }, names: readonly Named[], circles: readonly { x: number; y: number; radius: number }[], how: Drawn): PlacedLabel[] {
  const pen = cleared(canvas, size.width, size.height);
  if (!pen) return [];
  pen.direction = how.rtl ? 'rtl' : 'ltr';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = how.colours.land;
  const placed = placeLabels(measure(pen, names, how.family), circles, how.rtl);
  for (const label of placed) write(pen, label, how);
  return placed;
}
