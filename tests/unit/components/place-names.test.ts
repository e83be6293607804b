import { describe, expect, test } from 'vitest';
import type { PlaceKind } from '@/lib/place';
import { distinctNames } from '@/components/ui/place-names';

const place = (id: string, en: string, ar: string | null, kind: PlaceKind, country: string | null = null) => ({ id, label: { en, ar }, kind, country });
const CITY = place('169389', 'Idlib', 'إدلب', 'city');
const PROVINCE = place('169387', 'Idlib', 'إدلب', 'admin1', 'SY');
const SYRIA = place('SY', 'Syria', 'سوريا', 'country');
const kinds: Partial<Record<PlaceKind, string>> = { admin1: 'محافظة', city: 'مدينة', water: 'نهر' };

describe('names beside each other', () => {
  test.each<[string, ReturnType<typeof place>[], string[]]>([
    ['a name that stands alone is as it is', [PROVINCE, SYRIA], ['إدلب', 'سوريا']],
    ['of a city and its province the province says so', [CITY, PROVINCE], ['إدلب', 'إدلب (محافظة)']],
    ['also where the province comes first', [PROVINCE, CITY], ['إدلب (محافظة)', 'إدلب']],
    ['a place without an Arabic name keeps its own', [place('1', 'Tampa', null, 'city')], ['Tampa']],
    ['none are none', [], []],
  ])('%s', (_name, places, expected) => {
    const names = distinctNames(places, 'ar', (kind, country) => (kind === 'admin1' && country !== 'SY' ? 'ولاية' : (kinds[kind] ?? kind)));
    expect(places.map(({ id }) => names.get(id))).toEqual(expected);
  });
});
