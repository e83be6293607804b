import { describe, expect, it } from 'vitest';
import { readRecord } from '../../../server/replay/record';

const whole = {
  id: 'ن-1', source: 'الصفا', title: 'افتتاح معرض الكتاب', text: 'افتتح أمس معرض الكتاب.', url: 'http://assafa.example/معرض', dateExtracted: '2016-05-04 07:51:13',
};
const line = (change: Record<string, unknown> = {}) => JSON.stringify({ ...whole, ...change });
const problem = (text: string) => {
  const read = readRecord(text);
  return read.ok ? null : read.problem;
};

describe('a line of a recorded stream', () => {
  it('is read as it is written', () => {
    const read = readRecord(line({ author: 'ignored', lang: 'ar' }));
    expect(read).toEqual({
      ok: true,
      record: {
        id: 'ن-1', source: 'الصفا', title: whole.title, text: whole.text, url: whole.url, lang: 'ar', extractedAt: new Date('2016-05-04T07:51:13Z'),
      },
    });
  });

  const dates: [string, string, string][] = [
    ['no zone is UTC', '2016-05-04 07:51:13', '2016-05-04T07:51:13.000Z'],
    ['ISO with an offset', '2016-05-04T07:51:13+03:00', '2016-05-04T04:51:13.000Z'],
    ['ISO with milliseconds', '2016-05-04T07:51:13.250Z', '2016-05-04T07:51:13.250Z'],
  ];
  it.each(dates)('has a date: %s', (_name, dateExtracted, iso) => {
    const read = readRecord(line({ dateExtracted }));
    expect(read.ok && read.record.extractedAt.toISOString()).toBe(iso);
  });

  it('may have a number for an id, no language, and an empty title or text', () => {
    const read = readRecord(line({ id: 7, lang: null, title: '' }));
    expect(read).toMatchObject({ ok: true, record: { id: '7', lang: null, title: '' } });
  });

  const wrong: [string, string, string][] = [
    ['cut short', line().slice(0, 40), 'is no JSON'],
    ['a list', '["خبر"]', 'is no object'],
    ['null', 'null', 'is no object'],
    ['no id', line({ id: undefined }), 'id is missing'],
    ['a blank source', line({ source: ' ' }), 'source is empty'],
    ['a title that is no text', line({ title: 5 }), 'title is missing'],
    ['a date in words', line({ dateExtracted: 'أمس' }), 'dateExtracted is no date: "أمس"'],
    ['a month that is none', line({ dateExtracted: '2016-13-04 00:00:00' }), 'dateExtracted is no date: "2016-13-04 00:00:00"'],
    ['a link that is none', line({ url: 'javascript:0' }), 'url is no http or https address'],
    ['nothing to read', line({ title: '', text: ' ' }), 'has neither title nor text'],
    ['two faults', line({ source: '', url: '' }), 'source is empty; url is no http or https address'],
  ];
  it.each(wrong)('is refused in words: %s', (_name, text, said) => {
    expect(problem(text)).toBe(said);
  });
});
