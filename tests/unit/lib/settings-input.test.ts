import { describe, expect, test } from 'vitest';
import { settingsChangeSchema } from '@/lib/settings-input';
import { reasonsOf } from '@/lib/source-input';

const codesOf = (change: unknown) => {
  const read = settingsChangeSchema.safeParse(change);
  return read.success ? [] : reasonsOf(read.error).map(({ code, field }) => `${field ?? ''} ${code}`);
};
const tiles = (url: string) => ({ mapTiles: { url, attribution: 'المساهمون في خريطة الشارع المفتوحة' } });

describe('a change of the settings', () => {
  test.each<[string, unknown, string[]]>([
    ['tiles by https', tiles('https://tiles.example/{z}/{x}/{y}.png?key=1'), []],
    ['with a port', tiles('https://tiles.example:8443/{z}/{x}/{y}'), []],
    ['none', { mapTiles: null }, []],
    ['by http', tiles('http://tiles.example/{z}/{x}/{y}.png'), ['mapTiles.url tile-address']],
    ['with a password', tiles('https://a:b@tiles.example/{z}/{x}/{y}.png'), ['mapTiles.url tile-address']],
    ['whose name a placeholder is part of', tiles('https://{s}.tiles.example/{z}/{x}/{y}.png'), ['mapTiles.url tile-address']],
    ['that would end the policy they stand in', tiles("https://tiles.example; script-src *//{z}/{x}/{y}"), ['mapTiles.url tile-address']],
    ['a program', tiles('javascript:alert(1)//{z}/{x}/{y}'), ['mapTiles.url tile-address']],
    ['without a row', tiles('https://tiles.example/{z}/{x}.png'), ['mapTiles.url tile-parts']],
    ['clocks and places', { wall: { zones: ['Asia/Amman', 'UTC'], places: ['SY', '169389'] } }, []],
    ['a clock of nowhere', { wall: { zones: ['Asia/عمّان'], places: [] } }, ['wall.zones.0 bad']],
    ['five clocks', { wall: { zones: Array.from({ length: 5 }, () => 'UTC'), places: [] } }, ['wall.zones too-long']],
    ['a language', { language: 'ar' }, []],
    ['what is no setting', { colour: 'red' }, [' bad']],
    ['nothing', {}, []],
  ])('%s', (_name, change, expected) => expect(codesOf(change)).toEqual(expected));
});
