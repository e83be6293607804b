import { describe, expect, it } from 'vitest';
import { cityFile } from '../../../data/build/city-file';
import { createCityTable, type CityTable } from '../../../server/tagging/places/city-table';
import { hashOf, packNames } from '../../../server/tagging/places/packed-names';

const town = (id: number, en: string, ar: string, names: string, derived = '', population = 5000) =>
  [String(id), en, ar, 'SY', '11', 'PPL', String(population), '34.7', '36.7', '', names, derived];

const ROWS = [
  town(10, 'Homs', 'حمص', 'homs|حمص|хомс', '', 775404),
  town(20, 'Talbīsah', 'تلبيسة', 'talbisah|تلبيسه|tall bisah'),
  town(30, 'Homs', '', 'homs|homs village'),
  town(40, '‘Ayn an Nisr', '', 'ayn an nisr', 'عين النسر'),
  town(50, '東京', '', '東京|𠮷野|tokyo', '', 9_000_000),
];

const table = (bytes = Buffer.from(cityFile(ROWS))): CityTable => createCityTable(bytes, () => undefined);
const found = (key: string) => table().get(key).map(({ place, name }) => `${place.id} ${name}`);

describe('the table of towns', () => {
  it.each([
    ['a name of one', 'تلبيسه', ['20 main']], ['another name of it', 'tall bisah', ['20 alias']], ['a name of two, in their order', 'homs', ['10 main', '30 main']],
    ['one made by rule', 'عين النسر', ['40 derived']], ['Cyrillic', 'хомс', ['10 alias']], ['letters of three bytes', '東京', ['50 main']],
    ['letters of four', '𠮷野', ['50 alias']], ['the beginning of a name', 'tall', []], ['the end of one', 'bisah', []], ['two names at once', 'homs|حمص', []],
    ['a label that is no folded name', 'Homs', []], ['nothing', '', []], ['a figure of the table', '5000', []],
  ])('finds %s', (_name, key, ids) => expect(found(key)).toEqual(ids));

  it('says how many words are worth trying', () => {
    const { reachOf } = table();
    expect(['tall', 'ayn', 'homs', 'عين'].map(reachOf)).toEqual([2, 3, 2, 2]);
    expect(reachOf('غيرموجود')).toBe(0);
  });

  it('reads a row by its id, with what the candidate says of it', () => {
    expect(table().city('10')?.place).toMatchObject({ id: '10', geonamesId: 10, name: { en: 'Homs', ar: 'حمص' }, country: 'SY', lat: 34.7, lon: 36.7 });
    expect(table().city('40')?.place.name.ar).toBeNull();
    expect(table().get('homs')[0]).toMatchObject({ population: 775404, feature: 'PPL', capital: false });
    expect(['11', '0', '60', 'SY', ''].map((id) => table().city(id))).toEqual(Array(5).fill(undefined));
  });

  it('gives every row what it lies within, once', () => {
    const settled: string[] = [];
    const towns = createCityTable(Buffer.from(cityFile(ROWS)), ({ place }) => settled.push(place.id));
    expect(settled).toEqual([]);
    towns.get('homs');
    towns.get('حمص');
    expect(settled).toEqual(['10', '30']);
  });

  it.each([
    ['a cut file', (text: string) => text.slice(0, text.indexOf('50\t')), /holds 4 rows and 10 names, its head says 5 and 13: build it anew/],
    ['a file cut within a row', (text: string) => text.slice(0, -8), /5 rows and 12 names, its head says 5 and 13/],
    ['an added row', (text: string) => `${text}${town(60, 'X', '', 'xx').join('\t')}\n`, /6 rows and 14 names/],
    ['other folding', (text: string) => text.replace(/folded by \w+/, 'folded by 0'), /was folded by 0, lib\/text folds by \w+ now: .*refold/],
    ['no head', (text: string) => text.slice(text.indexOf('10\t')), /has no head/],
    ['nothing', () => '', /has no head/],
  ])('refuses %s, and says what helps', (_name, spoil, message) => {
    expect(() => table(Buffer.from(spoil(cityFile(ROWS))))).toThrow(message);
    expect(() => table(Buffer.from(spoil(cityFile(ROWS))))).toThrow(/^data\/gazetteer\/cities\.tsv /);
  });

  it('names the row that lacks columns', () => {
    const text = `# x\n${cityFile([]).split('\n')[1]?.replace('rows 0, names 0', 'rows 1, names 0') ?? ''}\n7\tShort\n`;
    expect(() => table(Buffer.from(text)).city('7')).toThrow('data/gazetteer/cities.tsv: 2 columns in the row of 7');
  });
});

describe('packed names', () => {
  it('finds each of many, and none but those', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? `قرية رقم ${i}` : `town number ${i}`));
    const packed = packNames(Buffer.from(names.map((name, i) => `${i}\t${name}`).join('\n')), { column: 1, nameCount: names.length });
    expect(packed.size).toBe(names.length);
    expect(names.every((name) => packed.get(name).length === 1)).toBe(true);
    expect(names.some((name) => packed.get(`${name}0x`).length > 0)).toBe(false);
  });

  it.each(['حمص', 'homs', '東京', '𠮷野', 'a b', ''])('hashes a text as its bytes: %s', (text) => {
    expect(hashOf(text)).toBe(Buffer.from(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5));
  });
});
