import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWire, visibleItems, type WireItem } from '../../../server/sample/wire';

const items: WireItem[] = Array.from({ length: 24 }, (_, index) => ({
  id: `sample-${String(index + 1).padStart(3, '0')}`, lang: 'ar', title: `خبر ${index + 1}`, text: 'نص الخبر.',
}));
const startedAt = new Date('2026-03-01T10:00:00Z');
const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);

describe('visibleItems', () => {
  const table: [string, number, number, string][] = [
    ['twenty at once', 0, 20, '2026-03-01T10:00:00.000Z'],
    ['none more just before the first interval ends', 19.999, 20, '2026-03-01T10:00:00.000Z'],
    ['one more after 20 seconds, dated then', 20, 21, '2026-03-01T10:00:20.000Z'],
    ['three a minute', 65, 23, '2026-03-01T10:01:00.000Z'],
    ['all in the end, the last dated when it came', 86_400, 24, '2026-03-01T10:01:20.000Z'],
  ];
  it.each(table)('%s', (_name, seconds, count, newest) => {
    const visible = visibleItems(items, startedAt, after(seconds));
    expect(visible).toHaveLength(count);
    expect(visible.at(-1)?.publishedAt.toISOString()).toBe(newest);
  });

  it('shows none to a clock that was set back', () => {
    expect(visibleItems(items, startedAt, after(-1))).toEqual([]);
  });

  it('never dates an item anew', () => {
    const early = visibleItems(items, startedAt, after(20));
    expect(visibleItems(items, startedAt, after(500)).slice(0, early.length)).toEqual(early);
  });
});

describe('the wire that Marsad brings', () => {
  const wire = parseWire(JSON.parse(readFileSync('data/sample-wire.json', 'utf8')));
  const inLanguage = (lang: string) => wire.filter((item) => item.lang === lang).length;

  it('has eighty items, most of them Arabic', () => {
    expect([wire.length, inLanguage('ar'), inLanguage('en'), inLanguage('fr'), inLanguage('tr')]).toEqual([80, 50, 22, 4, 4]);
  });

  it('has an id and a title of its own for each', () => {
    expect(new Set(wire.map((item) => item.id)).size).toBe(wire.length);
    expect(new Set(wire.map((item) => item.title)).size).toBe(wire.length);
  });

  it('shows Arabic, English, French and Turkish from the first minute', () => {
    expect(new Set(visibleItems(wire, startedAt, startedAt).map((item) => item.lang))).toEqual(new Set(['ar', 'en', 'fr', 'tr']));
  });

  it('is in the script that each item says, with short texts', () => {
    for (const { id, lang, title, text } of wire) {
      expect([id, /\p{Script=Arabic}/u.test(title)]).toEqual([id, lang === 'ar']);
      expect(text.length, id).toBeGreaterThan(120);
      expect(text.length, id).toBeLessThan(900);
    }
  });

  it('links to no site', () => {
    expect(JSON.stringify(wire)).not.toMatch(/https?:|www\./u);
  });
});
