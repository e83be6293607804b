import { expect, test } from 'vitest';
import { articleKeysOf } from '../../../lib/article-keys';
import { mentionDeltas, type Indexed } from '../../../server/db/reindex';
import { ASTANA, CONFLICT, IDLIB, SYRIA, tags } from '../../support/articles';

test('an article is found under every place and all it lies within, by role too, its topics, publisher and language, each once', () => {
  const idlib = { ...IDLIB, admin1: { code: '12', name: 'Idlib' } };
  const keys = articleKeysOf({ tags: tags([[idlib, 'about'], [SYRIA, 'actor'], [ASTANA, 'venue']], [CONFLICT], 'هدنة'), publisherId: 7, lang: 'ar' });
  expect(keys.keys).toEqual([
    'about:SY', 'about:SY.12', 'about:idlib', 'about:levant', 'about:middle-east', 'lang:ar', 'place:SY', 'place:astana', 'place:idlib', 'publisher:7',
    'region:KZ', 'region:SY', 'region:SY.12', 'region:astana', 'region:central-asia', 'region:idlib', 'region:levant', 'region:middle-east', 'role:about', 'role:actor', 'role:venue', 'topic:conflict',
  ]);
  expect(keys.roleKeys).toEqual(['actor:SY', 'actor:levant', 'actor:middle-east', 'venue:KZ', 'venue:astana', 'venue:central-asia']);
  expect(keys.terms).toEqual(['هدن']);
});

test('a language that is not known is no key', () => {
  expect(articleKeysOf({ tags: tags([], [], ''), publisherId: 1, lang: null }).keys).toEqual(['publisher:1']);
});

const at = (time: string) => new Date(`2017-09-14T${time}Z`);
const row = (part: Partial<Indexed> = {}): Indexed => ({ articleId: '1', sortAt: at('10:20:00'), publisherId: 3, late: false, keys: [20, 30], roleKeys: [40], terms: [50], ...part });
const short = (removed: Indexed[], added: Indexed[]) => mentionDeltas(removed, added).map(({ key, hour, count, cells }) => `${key} ${hour.toISOString().slice(11, 13)} ${count} ${cells}`);

test.each<[string, Indexed[], Indexed[], string[]]>([
  ['each key once an article, in the hour of its publication, and all', [], [row()], ['1 10 1 14800003', '20 10 1 14800003', '30 10 1 14800003']],
  ['articles of one key add up', [], [row(), row({ articleId: '2', late: true })].map((one) => ({ ...one, keys: [] })), ['1 10 2 1480000354800003']],
  ['what changes neither key nor quarter hour touches the hour alone', [row()], [row({ sortAt: at('10:29:59'), terms: [] })], ['1 10 0 ']],
  ['another topic touches just its counts, and the hour', [row()], [row({ keys: [20, 31] })], ['1 10 0 ', '30 10 -1 94800003', '31 10 1 14800003']],
  ['another quarter hour of the same hour leaves the number and moves the cell', [row({ keys: [] })], [row({ keys: [], sortAt: at('10:30:00') })], ['1 10 0 1500000394800003']],
  ['in order of key and hour, whatever order they came in', [], [row({ keys: [9] }), row({ articleId: '2', keys: [8], sortAt: at('09:00:00') })], ['1 09 1 12000003', '1 10 1 14800003', '8 09 1 12000003', '9 10 1 14800003']],
])('%s', (_name, removed, added, expected) => expect(short(removed, added)).toEqual(expected));
