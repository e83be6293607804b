import { describe, expect, it } from 'vitest';
import { readSuiteOptions, type Suite } from '../../bench/suite';

const part = { what: 'x', measure: () => Promise.resolve([]) };
const SUITE: Suite = { name: 'feeds', about: '', parts: { reading: part, asking: part, 'يوم': part } };

describe('the options of a suite', () => {
  it.each([
    ['nothing: all parts, in their order', [], { parts: ['reading', 'asking', 'يوم'], data: '/shared/data', numbers: {}, write: false }],
    ['some parts, in the suite\'s order', ['يوم', 'reading', '--write'], { parts: ['reading', 'يوم'], data: '/shared/data', numbers: {}, write: true }],
    ['another folder', ['asking', '--data', '/بيانات'], { parts: ['asking'], data: '/بيانات', numbers: {}, write: false }],
    ['help', ['--help'], null],
  ])('%s', (_, argv, options) => {
    expect(readSuiteOptions(SUITE, argv, '/project')).toEqual(options);
  });

  it('names a part that there is not', () => {
    expect(() => readSuiteOptions(SUITE, ['نشر'], '/project')).toThrow('there is no part نشر: choose of reading, asking, يوم');
  });

  describe('with numbers of its own', () => {
    const own: Suite = { ...SUITE, numbers: { minutes: { what: 'كم دقيقة', usual: 60 } } };

    it('has the usual ones where nothing is said', () => {
      expect(readSuiteOptions(own, [], '/project')?.numbers).toEqual({ minutes: 60 });
      expect(readSuiteOptions(own, ['--minutes', '10'], '/project')?.numbers).toEqual({ minutes: 10 });
    });

    it.each(['0', '-1', '١٠', '1.5', 'ten'])('refuses %s', (text) => {
      expect(() => readSuiteOptions(own, [`--minutes=${text}`], '/project')).toThrow(`--minutes must be a whole number above nought: ${text}`);
    });
  });
});
