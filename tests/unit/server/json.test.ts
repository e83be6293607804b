import { describe, expect, test } from 'vitest';
import { toJson } from '../../../server/db/json';

const CASES: [name: string, value: unknown, read: unknown][] = [
  ['Arabic text', { title: 'محادثات أستانا' }, { title: 'محادثات أستانا' }],
  ['a zero character, which goes', { title: 'أستا\u0000نا' }, { title: 'أستانا' }],
  ['half a pair at the end of a cut text', { title: 'خبر \ud83d' }, { title: 'خبر \ufffd' }],
  ['half a pair deep inside', { tags: [{ phrase: '\udc00ب' }] }, { tags: [{ phrase: '\ufffdب' }] }],
  ['a whole pair', { title: 'خبر 😀' }, { title: 'خبر 😀' }],
  ['a backslash that only looks like an escape', { title: 'C:\\u0000 و\\ud83d' }, { title: 'C:\\u0000 و\\ud83d' }],
  ['dates and nothing', { at: new Date(0), none: null }, { at: '1970-01-01T00:00:00.000Z', none: null }],
];

describe('JSON that Postgres takes', () => {
  test.each(CASES)('%s', (_name, value, read) => {
    const json = toJson(value);
    expect(JSON.parse(json)).toEqual(read);
    expect(json).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/);
  });
});
