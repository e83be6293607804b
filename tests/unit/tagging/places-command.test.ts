import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { nearNames } from '../../../server/cli/near-names';
import { runPlaces } from '../../../server/cli/places';
import { gazetteer } from './tagger-for-tests';

function run(name: string, json = false): { code: number; out: string; err: string } {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = runPlaces(name, { json }, gazetteer, stdout, stderr);
  const read = (stream: PassThrough) => (stream.end(), String(stream.read() ?? ''));
  return { code, out: read(stdout), err: read(stderr) };
}

describe('marsad places', () => {
  it.each([
    ['as it is written', 'إدلب'], ['without hamza', 'ادلب'], ['with vowel signs', 'إِدْلِب'], ['with tatweel', 'ادلـــب'], ['in English', 'idlib'],
  ])('finds a city %s', (_name, name) => {
    const { code, out, err } = run(name);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first = ''] = out.split('\n\n');
    expect(first).toContain('إدلب / Idlib');
    expect(first).toContain('city (PPLA) in Idlib, Syria, Levant');
    expect(first).toMatch(/35\.9\d*, 36\.6\d*; \d{2,3},\d{3} people/);
    expect(first).toContain('id 169389, GeoNames 169389');
    expect(first).toMatch(/main name, data\/\S+\.tsv/);
  });

  it('names the largest first, and everything of that name', () => {
    const found = JSON.parse(run('طرابلس', true).out) as { id: string; country: string; kind: string; prominence: number; file: string; match: string }[];
    expect(found[0]).toMatchObject({ country: 'LY', kind: 'city', match: 'main' });
    expect(found.map(({ country }) => country)).toContain('LB');
    expect(found.map(({ prominence }) => prominence)).toEqual(found.map(({ prominence }) => prominence).sort((a, b) => b - a));
  });

  it.each([
    ['hand/places.tsv', 'الفرات', 'euphrates'], ['hand/aliases.tsv', 'الجمهورية العربية السورية', 'SY'], ['gazetteer/countries.tsv', 'Syrien', 'SY'], ['regions.json', 'المشرق العربي', 'levant'],
    ['gazetteer/provinces.tsv', 'Laurel County', 'us-21125'], ['gazetteer/cities.tsv', 'Twistringen', '2820643'],
  ])('says that a name is of %s', (file, name, id) => {
    const found = JSON.parse(run(name, true).out) as { id: string; file: string }[];
    expect(found.find((one) => one.id === id)?.file).toBe(`data/${file}`);
  });

  it.each([['a name of none', 'قرية لا وجود لها'], ['letters', 'zzzzzz']])('answers 1 and says so for %s', (_name, name) => {
    expect(run(name)).toEqual({ code: 1, out: '', err: `places: no place is called "${name}"\n` });
    expect(run(name, true)).toMatchObject({ code: 1, out: '[]\n' });
  });

  it.each([['دمشف', 'دمشق'], ['Damascuss', 'damascus'], ['Dmascus', 'damascus']])('says what is close to %s', (name, near) => {
    const { code, err } = run(name);
    expect(code).toBe(1);
    expect(err).toContain(`close to it: ${near} (دمشق / Damascus, city, SY)`);
  });

  it.each([
    ['a plain word', 'العاصمة', 'العاصمه is never read as a place'], ['a people', 'السوري', 'السوري is said of Syria'],
  ])('says what the tagger does with %s', (_name, name, remark) => expect(run(name).err).toContain(remark));
});

describe('names close to a name', () => {
  it.each([
    ['without the article', 'الخرطوم', 'خرطوم'], ['with it', 'خرطوم', 'الخرطوم'], ['a letter left out', 'حلبب', 'حلب'], ['one put in', 'حلب', 'حلبا'], ['two swapped', 'حبل', 'حلب'],
    ['another', 'باريس', 'بارين'], ['of two words', 'دير الزر', 'دير الزور'],
  ])('%s', (_name, name, near) => expect(nearNames(name)).toContain(near));

  it('are none of the name itself, nor of a long text', () => {
    expect(nearNames('حلب')).not.toContain('حلب');
    expect(nearNames('ا'.repeat(41))).toEqual([]);
  });
});
