import { describe, expect, it } from 'vitest';
import { gazetteer } from './tagger-for-tests';

describe('the gazetteer', () => {
  it('has every region, country and province in its hierarchy, and nothing below', () => {
    const kinds = new Set(gazetteer.hierarchy.map((place) => place.kind));
    expect(kinds).toEqual(new Set(['region', 'country', 'admin1']));
    expect(gazetteer.hierarchy.filter((place) => place.kind === 'country').length).toBeGreaterThan(200);
    expect(new Set(gazetteer.hierarchy.map((place) => place.id)).size).toBe(gazetteer.hierarchy.length);
  });

  it('says what a city lies within, nearest first', () => {
    expect(gazetteer.place('169577')).toEqual({
      id: '169577', geonamesId: 169577, name: { en: 'Homs', ar: 'حمص' }, kind: 'city', country: 'SY', admin1: { code: '11', name: 'Homs' },
      lat: 34.7268, lon: 36.7234, within: ['169575', 'SY', 'levant', 'middle-east', 'arab-world', 'asia'],
    });
  });

  it.each([
    ['a country', 'SY', ['levant', 'middle-east', 'arab-world', 'asia']],
    ['a province', '169575', ['SY', 'levant', 'middle-east', 'arab-world', 'asia']],
    ['a region of one country', 'eastern-ghouta', ['SY', 'levant', 'middle-east', 'arab-world', 'asia']],
    ['a region of several', 'levant', []],
    ['a river', 'euphrates', []],
  ])('within: %s', (_name, id, within) => expect(gazetteer.place(id)?.within).toEqual(within));

  it('names only places that it holds in `within`, and points that are on the globe', () => {
    for (const place of gazetteer.hierarchy) {
      for (const id of place.within) if (!/^[A-Z]{2}$/.test(id)) expect(gazetteer.place(id), `${place.id} within ${id}`).toBeDefined();
      expect(Math.abs(place.lat), place.id).toBeLessThanOrEqual(90);
      expect(Math.abs(place.lon), place.id).toBeLessThanOrEqual(180);
    }
  });

  it.each([
    ['Syria', 'سوريا', 'SY'], ['Syria, the other way', 'سورية', 'SY'], ['Britain', 'بريطانيا', 'GB'], ['America', 'أميركا', 'US'],
    ['Emirates', 'الإمارات', 'AE'], ['Darfur', 'دارفور', 'darfur'], ['Nile', 'النيل', 'nile'], ['Golan', 'الجولان', 'golan'],
  ])('knows %s', (_name, name, id) => {
    const key = name.replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه');
    expect(gazetteer.names.get(key).map((one) => one.place.id)).toContain(id);
  });

  it('has no plain word for a name', () => {
    for (const word of ['الي', 'ان', 'اطار', 'البلاد', 'الحكومه', 'المصدر', 'الخميس', 'الجمعه', 'جديده', 'مدينه', 'دير', 'الزور', 'المدينه', 'of', 'nice', 'reading']) {
      expect(gazetteer.names.get(word), word).toEqual([]);
    }
  });
});
