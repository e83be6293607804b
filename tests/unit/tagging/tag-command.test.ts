import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { main, parseTagLine, runTag, type TagOptions } from '../../../server/cli/tag';

async function run(lines: string[], options: Partial<TagOptions> = {}): Promise<{ code: number; out: string[]; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runTag({ explain: false, demonyms: false, spans: false, ...options }, Readable.from([lines.join('\n')]), stdout, stderr);
  const read = (stream: PassThrough) => (stream.end(), String(stream.read() ?? ''));
  return { code, out: read(stdout).split('\n').filter((line) => line !== ''), err: read(stderr) };
}

describe('marsad tag', () => {
  it.each([
    ['a file instead of standard input', ['مقالات.jsonl'], 'npx marsad tag < مقالات.jsonl'],
    ['an option that there is none of', ['--explian'], '--explian'],
  ])('refuses %s and says what to do', async (_, argv, said) => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await main(argv)).toBe(2);
    const told = stderr.mock.calls.join('');
    stderr.mockRestore();
    expect(told).toContain(said);
    expect(told).toContain('npx marsad tag --help');
  });

  it('answers a line a line, in order, in the documented form', async () => {
    const { code, out, err } = await run([
      JSON.stringify({ id: 'a', title: 'قصف على حلب', text: 'قصفت طائرات مدينة حلب بعد انهيار وقف إطلاق النار في سوريا' }),
      '',
      JSON.stringify({ id: 2, text: 'Talks in Geneva on Syria ended without a ceasefire.', lang: 'en' }),
    ]);
    expect(err).toBe('');
    expect(code).toBe(0);
    const [first, second] = out.map((line) => JSON.parse(line));
    expect(Object.keys(first)).toEqual(['id', 'lang', 'places', 'focusCountries', 'topics']);
    expect(first).toMatchObject({ id: 'a', lang: 'ar', focusCountries: ['SY'] });
    expect(first.places[0]).toEqual({
      id: '170063', geonamesId: 170063, name: 'Aleppo', kind: 'city', country: 'SY', admin1: { code: '09', name: 'Aleppo' },
      lat: expect.any(Number), lon: expect.any(Number), role: 'about', score: expect.any(Number),
      mentions: [
        {
          field: 'title', start: 8, end: 11, phrase: 'حلب', form: 'name', role: 'about', cue: { start: 0, end: 3, phrase: 'قصف', rule: 'about: happens in' },
        },
        { field: 'text', start: 18, end: 21, phrase: 'حلب', form: 'name', role: 'about', cue: expect.objectContaining({ phrase: 'قصفت' }) },
      ],
      alternatives: [{ id: '170062', name: 'Aleppo', country: 'SY', kind: 'admin1', score: expect.any(Number) }],
    });
    expect(first.topics[0]).toMatchObject({ id: 'conflict', iptc: 'medtop:16000000', label: 'conflict, war and peace' });
    expect(first.topics[0].evidence[0]).toMatchObject({ field: 'title', phrase: 'قصف', rule: 'shelling: قصف' });
    expect(second).toMatchObject({ id: 2, lang: 'en' });
  });

  it('names broken lines with their numbers, tags the rest and answers 1', async () => {
    const { code, out, err } = await run(['{"id": "a"', '[]', '{"id": "b"}', '{"title": "x"}', '{"id": "c", "text": 7}', '{"id": "d", "text": "دمشق"}']);
    expect(code).toBe(1);
    expect(out.map((line) => JSON.parse(line).id)).toEqual(['d']);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^tag: line 1: no JSON: /),
      'tag: line 2: a JSON object is needed',
      'tag: line 3: neither "title" nor "text"',
      'tag: line 4: "id" must be a text or a number',
      'tag: line 5: "text" must be a text',
    ]);
  });

  it('explains for people: each tag with its words and rule', async () => {
    const { out } = await run([JSON.stringify({ id: 'a', title: 'قصف على حلب', text: '' })], { explain: true });
    const text = out.join('\n');
    expect(text).toContain('على [حلب]');
    expect(text).toContain('Aleppo / حلب');
    expect(text).toContain('<- shelling: قصف');
  });

  it('offers what else a name may mean, and says so to people', async () => {
    const line = JSON.stringify({ id: 'a', text: 'قال شهود في طرابلس إن القصف توقف' });
    const [place] = JSON.parse((await run([line])).out[0] ?? '').places;
    expect([place.country, ...place.alternatives.map(({ country }: { country: string }) => country)]).toEqual(expect.arrayContaining(['LY', 'LB']));
    expect(place.alternatives[0]).toEqual({ id: expect.any(String), name: expect.any(String), country: expect.any(String), kind: 'city', score: expect.any(Number) });
    expect((await run([line], { explain: true })).out.join('\n')).toMatch(/or Tripoli \(city, L[BY]; \d+\), score 0/);
  });

  it('gives a mention its role and the words that say it, where there are any, and says so to people', async () => {
    const line = JSON.stringify({ id: 'a', title: 'سوريا', text: 'بيروت - انتهت محادثات أستانا بعد يومين' });
    const { places } = JSON.parse((await run([line])).out[0] ?? '');
    const mentions = Object.fromEntries(places.map((one: { id: string; mentions: object[] }) => [one.id, one.mentions]));
    expect(mentions['1526273']).toEqual([
      { field: 'text', start: 22, end: 28, phrase: 'أستانا', form: 'name', role: 'venue', cue: { start: 14, end: 21, phrase: 'محادثات', rule: 'venue: held there' } },
    ]);
    expect(mentions['276781']).toEqual([{ field: 'text', start: 0, end: 5, phrase: 'بيروت', form: 'name', role: 'dateline' }]);
    expect((await run([line], { explain: true })).out.join('\n')).toContain('[أستانا] بعد يومين  <- venue: held there, from “محادثات”');
  });

  it('keeps the language that it is given', () => {
    expect(parseTagLine('{"id": 1, "title": "x", "lang": "ckb"}')).toEqual({ id: 1, title: 'x', text: '', lang: 'ckb', spans: [] });
  });

  it('lists demonyms when asked to, as mentions of their country', async () => {
    const line = JSON.stringify({ id: 'a', text: 'التقى الوفد السوري في جنيف' });
    const places = async (demonyms: boolean) => JSON.parse((await run([line], { demonyms })).out[0] ?? '').places;
    expect((await places(false)).map(({ name }: { name: string }) => name)).toEqual(['Geneva']);
    const listed = await places(true);
    expect(listed.find(({ id }: { id: string }) => id === 'SY')).toMatchObject({ role: 'mentioned', mentions: [{ phrase: 'السوري', form: 'demonym' }] });
  });

  it('says which place each given span means, in their order, null for what it does not know', async () => {
    const text = 'قصف على ريف حمص و#دير_الزور قرب شارع القرية';
    const span = (phrase: string) => ({ start: text.indexOf(phrase), end: text.indexOf(phrase) + phrase.length });
    const spans = [span('دير_الزور'), span('ريف حمص'), span('شارع القرية')];
    const [answer] = (await run([JSON.stringify({ id: 'a', text, spans })], { spans: true })).out.map((line) => JSON.parse(line));
    expect(answer.spans).toEqual([
      { ...spans[0], id: expect.any(String), name: 'Deir ez-Zor', country: 'SY', lat: expect.any(Number), lon: expect.any(Number), score: expect.any(Number) },
      expect.objectContaining({ ...spans[1], country: 'SY' }), null,
    ]);
  });

  it.each([
    ['no list', '{}', '"spans" must be a list'], ['beyond the text', '[{"start": 0, "end": 9}]', 'span 1 must have'],
    ['empty', '[{"start": 0, "end": 4}, {"start": 2, "end": 2}]', 'span 2 must have'], ['no numbers', '[{"start": "0", "end": 1}]', 'span 1 must have'],
  ])('refuses spans that are %s', (_, spans, told) => {
    expect(() => parseTagLine(`{"id": 1, "text": "دمشق", "spans": ${spans}}`)).toThrow(told);
  });
});
