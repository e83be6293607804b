import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../lib/text/fold';
import { phraseText } from '../../lib/text/phrase';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { seeded } from '../support/random';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const WORDS = [
  'أَحْمَدُ', 'إلى', 'آب', 'ٱلله', 'شؤون', 'رئيس', 'سورية', 'على', 'ســـوريا', 'ا\u0654حمد', '\u200fدمشق\u200e', '٢٠١٧', '۱۳۹۶', 'کابل', 'ﺳﻮﺭﻳﺎ', 'ﷲ', 'لله', 'ہے', 'ھ',
  'ÉTÉ', 'São', 'Łódź', 'Đà', 'İstanbul', 'IĞDIR', 'Diyarbakır', 'Straße', 'ẞ', 'ＡＢＣ１', 'Ægir', 'Œuvre', 'Þór', 'ŋ', 'ΟΔΟΣ', 'ὈΔΥΣΣΕΎΣ', 'Сочи', 'ЁЛКА', 'Ґ', 'דמשק', 'שָׁלוֹם',
  'दिल्ली', 'ガザ', 'ｶﾞｻﾞ', '서울', '東京', 'กรุงเทพ', 'გორი', 'ᲗᲑᲘᲚᲘᲡᲘ', 'Երևան', 'ﬁn', 'm²', '½', 'Ⅳ', '①', '①', 'ǅ', 'ⓐ', '🇸🇾', '👍🏽', 'e\u0301', 'ä\u200d', 'naïve\u00ad',
];
const BETWEEN = [' ', '  ', '\n', '\u00a0', '،', '؛', '؟', '. ', '-', '–', '«', '»', '“', '_', '/', '\u2028', '٪', '…', '、', '\ud83d\ude00', "'", '’', '\t'];
/** the blocks that news is written in, letter by letter */
const BLOCKS: [number, number][] = [[0x20, 0x17f], [0x180, 0x24f], [0x300, 0x36f], [0x370, 0x52f], [0x531, 0x58f], [0x591, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8ff], [0x900, 0x97f],
  [0xe00, 0xe7f], [0x10a0, 0x10ff], [0x1e00, 0x1fff], [0x2000, 0x206f], [0x20a0, 0x21ff], [0x3000, 0x30ff], [0xac00, 0xac40], [0xfb50, 0xfdff], [0xfe70, 0xfefc], [0xff00, 0xffef]];

/** Six to a string, so that what comes before a mark or after a letter is there too. */
function letters(): string[] {
  return BLOCKS.flatMap(([from, to]) => Array.from({ length: Math.ceil((to - from + 1) / 6) }, (_, n) =>
    String.fromCodePoint(...Array.from({ length: 6 }, (__, k) => Math.min(from + n * 6 + k, to)))));
}

function sentences(count: number): string[] {
  const random = seeded(20171130);
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(random() * 8) }, () => `${one(WORDS)}${one(BETWEEN)}`).join(''));
}

const vectors = [...WORDS, ...letters(), ...sentences(400), '', ' ', '،'];

async function inSql(name: string): Promise<string[]> {
  const { rows } = await client.query<{ out: string }>(
    `select ${name}(text) as out from jsonb_array_elements_text($1::jsonb) with ordinality as t(text, n) order by n`, [JSON.stringify(vectors)]);
  return rows.map(({ out }) => out);
}

describe('the database folds as the code does', () => {
  test('there are many strings to compare', () => expect(new Set(vectors).size).toBeGreaterThan(900));
  test.each([['marsad_fold', fold], ['marsad_words', phraseText]] as const)('%s', async (name, inCode) => {
    const got = await inSql(name);
    const differ = vectors.flatMap((text, n) => (got[n] === inCode(text) ? [] : [{ text: JSON.stringify(text), sql: got[n], code: inCode(text) }]));
    expect(differ).toEqual([]);
  });
});
