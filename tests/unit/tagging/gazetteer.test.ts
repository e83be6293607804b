import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countryName } from '@/components/ui/names';
import type { Place } from '../../../lib/place';
import { keyOf } from '../../../server/tagging/places/name-index';
import { gazetteer, tag } from './tagger-for-tests';

/** The cities of a name, the largest first. */
function cities(name: string, country: string): Place[] {
  const candidates = gazetteer.names.get(keyOf(name)).filter(({ place }) => place.kind === 'city' && place.country === country);
  return [...candidates].sort((a, b) => b.prominence - a.prominence).map(({ place }) => place);
}

describe('the gazetteer', () => {
  it('has every region, country and province in its hierarchy, and nothing below', () => {
    const kinds = new Set(gazetteer.hierarchy.map((place) => place.kind));
    expect(kinds).toEqual(new Set(['region', 'country', 'admin1']));
    expect(gazetteer.hierarchy.filter((place) => place.kind === 'country').length).toBeGreaterThan(200);
    expect(new Set(gazetteer.hierarchy.map((place) => place.id)).size).toBe(gazetteer.hierarchy.length);
  });

  it('calls a place what the map and the names of countries beside it do', () => {
    const { objects } = JSON.parse(readFileSync('public/geometry/provinces.json', 'utf8')) as { objects: { areas: { geometries: { id: string; properties: Place['name'] }[] } } };
    const drawn = objects.areas.geometries.flatMap(({ id, properties: { en, ar } }) => (gazetteer.place(id) ? [[id, en, ar]] : []));
    expect(drawn.length).toBeGreaterThan(1000);
    expect(drawn).toEqual(drawn.map(([id]) => [id, gazetteer.place(String(id))?.name.en, gazetteer.place(String(id))?.name.ar]));
    const countries = gazetteer.hierarchy.filter(({ kind }) => kind === 'country');
    for (const language of ['en', 'ar'] as const) {
      const named = countries.flatMap(({ id, name }) => (name[language] === null ? [] : [[id, name[language]]]));
      expect(named.map(([id]) => [id, countryName(String(id), language)])).toEqual(named);
    }
  });

  it.each([['Raqqa', 'SY'], ['Aden', 'YE'], ['Hodeidah', 'YE'], ['Dubai', 'AE'], ['Deir ez-Zor', 'SY'], ['Tartus', 'SY']])('calls the province of %s what it calls the town', (name, country) => {
    const kinds = gazetteer.names.get(keyOf(name)).filter(({ place }) => place.country === country && place.name.en === name).map(({ place }) => place.kind);
    expect([kinds.includes('city'), kinds.includes('admin1')]).toEqual([true, true]);
  });

  it('says what a city lies within, nearest first', () => {
    expect(gazetteer.place('169577')).toEqual({
      id: '169577', geonamesId: 169577, name: { en: 'Homs', ar: 'حمص' }, kind: 'city', country: 'SY', admin1: { code: '11', name: 'Homs' },
      lat: 34.7268, lon: 36.7234, within: ['169575', 'SY', 'levant', 'middle-east', 'arab-world', 'asia'],
    });
  });

  it.each([
    ['a region of French departments', 'Paris', 'FR', '11', 'Île-de-France'], ['the same in Arabic', 'باريس', 'FR', '11', 'Île-de-France'],
    ['a number that a far department has too', 'مرسيليا', 'FR', '93', "Provence-Alpes-Côte d'Azur"], ['of Italian provinces', 'ميلانو', 'IT', '09', 'Lombardy'],
    ['of Spanish ones', 'Barcelona', 'ES', '56', 'Catalonia'], ['of Belgian ones', 'Antwerpen', 'BE', 'VLG', 'Flanders'],
    ['of Philippine ones', 'Davao', 'PH', '11', 'Davao'], ['one written by hand', 'Glasgow', 'GB', 'SCT', 'Scotland'],
    ['one younger than the maps', 'بعلبك', 'LB', '11', 'Baalbek-Hermel'], ['a redrawn division', 'الدار البيضاء', 'MA', '06', 'Casablanca-Settat'],
    ['a capital in a small province', 'بغداد', 'IQ', '07', 'Baghdad'], ['beside a buffer zone', 'القنيطرة', 'SY', '03', 'Quneitra'],
    ['equal levels', 'حلب', 'SY', '09', 'Aleppo'], ['a port', 'Jeddah', 'SA', '14', 'Makkah'], ['a state', 'Houston', 'US', 'TX', 'Texas'],
  ])('gives a city its province: %s', (_name, name, country, code, province) => {
    const [city] = cities(name, country);
    expect(city?.admin1).toEqual({ code, name: province });
    expect(city?.within.map((id) => gazetteer.place(id)?.name.en)).toContain(province);
  });

  it.each([
    ['counties within a province of before', 'Mombasa', 'KE', 'Coast'], ['مقاطعات', 'Lubumbashi', 'CD', 'Katanga'], ['merged ones', 'Bergen', 'NO', 'Hordaland'],
  ])('gives none where the sources divide the country otherwise: %s', (_name, name, country, unit) => {
    const [city] = cities(name, country);
    expect(city?.admin1).toBeNull();
    expect(gazetteer.place(city?.within[0] ?? '')?.name.en).toBe(unit);
  });

  it.each([['Marseille', 'Bouches-du-Rhône'], ['مرسيليا', 'Bouches-du-Rhône'], ['Brescia', 'Brescia'], ['بريشيا', 'Brescia']])('knows what smaller unit %s lies in', (name, unit) => {
    const [city] = cities(name, /^B|^ب/.test(name) ? 'IT' : 'FR');
    expect(gazetteer.place(city?.within[0] ?? '')).toMatchObject({ kind: 'admin2', name: { en: unit } });
  });

  it('has no department for a province', () => {
    const french = gazetteer.hierarchy.filter((place) => place.country === 'FR' && place.kind === 'admin1').map((place) => place.name.en);
    expect(french).toHaveLength(13);
    expect(french).not.toContain('Aude');
  });

  it.each([
    ['joined by و to a place of its country', 'احتجاجات في باريس وليون ونيس ومرسيليا', ['باريس', 'ليون', 'نيس', 'مرسيليا']],
    ['beside a place of another', 'مباراة دمشق وليون غدا', ['دمشق']],
    ['in a list of its country', 'زار باريس، وليون، ومرسيليا', ['باريس', 'ليون', 'مرسيليا']],
  ])('takes a name that is a plain word too: %s', (_name, text, phrases) => {
    const found = tag({ title: '', text, lang: 'ar', feedCountry: null }).places.flatMap(({ mentions }) => mentions.map((one) => one.phrase));
    expect(new Set(found)).toEqual(new Set(phrases));
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
    for (const word of ['الي', 'ان', 'اطار', 'البلاد', 'الحكومه', 'المصدر', 'الخميس', 'الجمعه', 'جديده', 'مدينه', 'دير', 'الزور', 'المدينه', 'of', 'nice']) {
      expect(gazetteer.notPlaces.never.has(word) || gazetteer.notPlaces.strict.has(word) || gazetteer.names.get(word).length === 0, word).toBe(true);
    }
  });
});
