import { describe, expect, it } from 'vitest';
import { readSuiteOptions, type Suite } from '../../bench/suite';

const part = { what: 'x', measure: () => Promise.resolve([]) };
const SUITE: Suite = { name: 'feeds', about: '', parts: { reading: part, asking: part, 'يوم': part } };

describe('the options of a suite', () => {
  it.each([
    ['nothing: all parts, in their order', [], { parts: ['reading', 'asking', 'يوم'], data: '/shared/data', write: false }],
    ['some parts, in the suite\'s order', ['يوم', 'reading', '--write'], { parts: ['reading', 'يوم'], data: '/shared/data', write: true }],
    ['another folder', ['asking', '--data', '/بيانات'], { parts: ['asking'], data: '/بيانات', write: false }],
    ['help', ['--help'], null],
  ])('%s', (_, argv, options) => {
    expect(readSuiteOptions(SUITE, argv, '/project')).toEqual(options);
  });

  it('names a part that there is not', () => {
    expect(() => readSuiteOptions(SUITE, ['نشر'], '/project')).toThrow('there is no part نشر: choose of reading, asking, يوم');
  });
});
