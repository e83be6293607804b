import { describe, expect, test } from 'vitest';
import { reasonsOf } from '../../lib/source-input';
import { MOST_PHRASES, topicInputSchema } from '../../lib/topic-input';

const phrase = (text: string, part: object = {}) => ({ phrase: text, weight: 1, near: null, lang: null, ...part });
const topic = (part: object = {}, definition: object = {}) =>
  ({ name: 'سيول', colour: '#0a6570', definition: { phrases: [phrase('سيول')], must: [], mustNot: [], ...definition }, ...part });
const of = (...phrases: object[]) => topic({}, { phrases });
const reasons = (input: unknown) => {
  const read = topicInputSchema.safeParse(input);
  return read.success ? [] : reasonsOf(read.error);
};

describe('what can’t be a topic, and why', () => {
  test.each<[name: string, input: unknown, reason: object]>([
    ['no name', topic({ name: '  ' }), { code: 'empty', field: 'name' }],
    ['a name too long', topic({ name: 'م'.repeat(61) }), { code: 'too-long', field: 'name', n: 60 }],
    ['no colour', topic({ colour: 'red; background: url(x)' }), { code: 'bad', field: 'colour' }],
    ['no phrase', of(), { code: 'nothing-for', field: 'definition.phrases' }],
    ['only phrases against it', of(phrase('سيول', { weight: -1 })), { code: 'nothing-for', field: 'definition.phrases' }],
    ['a phrase of signs', of(phrase('… !؟')), { code: 'no-words', field: 'definition.phrases.0.phrase' }],
    ['a star after a letter', of(phrase('س*')), { code: 'short-open', field: 'definition.phrases.0.phrase', n: 2 }],
    ['a star after the article and a letter', of(phrase('الس*')), { code: 'short-open', field: 'definition.phrases.0.phrase', n: 2 }],
    ['a star alone, within', of(phrase('سيول * جارفة')), { code: 'short-open', field: 'definition.phrases.0.phrase', n: 2 }],
    ['a sentence', of(phrase('كلمة '.repeat(9))), { code: 'too-many-words', field: 'definition.phrases.0.phrase', n: 8 }],
    ['too many phrases', of(...Array.from({ length: MOST_PHRASES + 1 }, () => phrase('سيول'))), { code: 'too-many', field: 'definition.phrases', n: MOST_PHRASES }],
    ['a weight that says nothing', of(phrase('سيول'), phrase('مطر', { weight: 0 })), { code: 'bad', field: 'definition.phrases.1.weight' }],
    ['near too far', of(phrase('سيول', { near: { phrase: 'مطر', words: 51 } })), { code: 'bad', field: 'definition.phrases.0.near.words' }],
    ['a condition without words', topic({}, { mustNot: ['،'] }), { code: 'no-words', field: 'definition.mustNot.0' }],
    ['a field that there is none of', topic({ id: 'conflict' }), { code: 'bad' }],
  ])('%s', (_name, input, reason) => {
    expect(reasons(input)).toContainEqual(reason);
  });
});

test.each<[name: string, text: string]>([
  ['two letters and a star', 'قص*'], ['Latin', 'flood*'], ['a kept article', '=الدولة'], ['Chinese', '洪水'], ['several words', 'وقف إطلاق النار'],
])('a phrase of %s is taken', (_name, text) => {
  expect(reasons(of(phrase(text)))).toEqual([]);
});
