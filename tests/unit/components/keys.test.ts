import { describe, expect, test } from 'vitest';
import { createKeyReader, KEYS, nameOf, type Stroke } from '@/components/keys/keys';
import { AR, EN } from '../../support/texts';

const stroke = (key: string, code: string, part: Partial<Stroke> = {}): Stroke => ({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...part });

test.each([
  ['a Latin letter', stroke('j', 'KeyJ'), 'j'],
  ['an Arabic layout: what stands there on a Latin keyboard', stroke('ت', 'KeyJ'), 'j'],
  ['an Arabic layout that writes two letters with one key', stroke('لا', 'KeyB'), 'b'],
  ['a French layout: what the key says, not where it stands', stroke('a', 'KeyQ'), 'a'],
  ['caps lock', stroke('J', 'KeyJ'), 'j'],
  ['the question mark of Arabic', stroke('؟', 'Slash', { shiftKey: true }), '?'],
  ['the slash of an Arabic layout', stroke('ظ', 'Slash'), '/'],
  ['a German slash', stroke('/', 'Digit7', { shiftKey: true }), '/'],
  ['a named key', stroke('Enter', 'Enter'), 'Enter'],
])('%s', (_name, pressed, name) => expect(nameOf(pressed)).toBe(name));

describe('a reader of keys', () => {
  const press = (...keys: [string, number][]) => {
    const read = createKeyReader();
    return keys.map(([key, at]) => read(stroke(key, `Key${key.toUpperCase()}`), at));
  };

  test('takes two keys for one thing, and not for what either does alone', () => {
    expect(press(['g', 0], ['s', 100], ['s', 200])).toEqual([null, 'goSpikes', 'star']);
  });

  test('forgets the first of two after a while', () => expect(press(['g', 0], ['s', 2_000])).toEqual([null, 'star']));
  test('does nothing for two that mean nothing together', () => expect(press(['g', 0], ['j', 100], ['j', 200])).toEqual([null, null, 'next']));

  test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('leaves keys with %s to the browser', (held) => {
    expect(createKeyReader()(stroke('s', 'KeyS', { [held]: true }), 0)).toBeNull();
  });
});

test('no two things have the same keys, and every one is named in both languages', () => {
  const all = KEYS.flatMap(({ keys }) => keys.map((way) => way.join(' ')));
  expect(new Set(all).size).toBe(all.length);
  for (const { action } of KEYS) for (const texts of [AR, EN]) expect(texts.keys.action).toHaveProperty(action);
});
