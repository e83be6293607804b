import { describe, expect, it } from 'vitest';
import type { DefinedTopic, Topic, TopicPhrase } from '../../../lib/topic';
import { articleText } from '../../../server/tagging/article-text';
import { tagTopics } from '../../../server/tagging/topics/tag-topics';
import { createTaxonomy, loadTaxonomy } from '../../../server/tagging/topics/taxonomy';

const topic = (id: string, parent: string | null = null, more: Partial<Topic> = {}): Topic =>
  ({ id, iptc: 'medtop:16000000', label: { en: id, ar: id }, parent, ...more });
const phrase = (words: string, weight = 4, more: Partial<TopicPhrase> = {}): TopicPhrase => ({ phrase: words, weight, near: null, lang: null, ...more });
const near = (words: string, other: string, within: number, weight = 4) => phrase(words, weight, { near: { phrase: other, words: within } });
const defined = (one: Topic, phrases: TopicPhrase[], must: string[] = [], mustNot: string[] = []): DefinedTopic => ({ topic: one, definition: { phrases, must, mustNot } });
const own = (id: string, phrases: TopicPhrase[]) => defined(topic(id, null, { iptc: null, own: true }), phrases);

const WAR = defined(topic('war'), [phrase('حرب')]);
const STRIKE = defined(topic('strike', 'war'), [phrase('قصف*')]);
const DRONE = defined(topic('drone', 'strike'), [phrase('مسيرة')]);

const tagsOf = (title: string, ...topics: DefinedTopic[]) => tagTopics(articleText(title, ''), createTaxonomy(topics), 'ar');
const idsOf = (title: string, ...topics: DefinedTopic[]) => tagsOf(title, ...topics).map((tag) => tag.topic.id);

describe('what puts a topic on an article', () => {
  it.each<[name: string, headline: string, topics: DefinedTopic[], expected: string[]]>([
    ['its phrase', 'نذر حرب', [WAR], ['war']],
    ['a branch, with those above it first', 'قصف ليلي', [WAR, STRIKE], ['war', 'strike']],
    ['a branch of a branch, with all above it', 'طائرة مسيرة', [DRONE, STRIKE, WAR], ['war', 'strike', 'drone']],
    ['not a branch without words of its own', 'نذر حرب', [WAR, STRIKE], ['war']],
    ['a weight below 0 speaks against it', 'نذر حرب وحب', [defined(topic('war'), [phrase('حرب'), phrase('حب', -4)])], []],
    ['… but not against the topic above', 'نذر حرب وحب', [WAR, defined(topic('strike', 'war'), [phrase('حب', -9)])], ['war']],
    ['a longer phrase of weight 0 keeps its words', 'حرب باردة', [defined(topic('war'), [phrase('حرب'), phrase('حرب باردة', 0)])], []],
    ['a longer phrase of another topic takes its words', 'حرب تجارية', [WAR, defined(topic('trade'), [phrase('حرب تجارية')])], ['trade']],
    ['of two for the same words the one with ~', 'هجوم قرب المرمى', [defined(topic('war'), [phrase('هجوم'), near('هجوم', 'المرمى', 3, -1)])], []],
    ['near, within reach, before or after', 'مقتل مدنيين في قصف', [defined(topic('war'), [near('قصف*', 'مدني*', 3)])], ['war']],
    ['near, out of reach', 'قصف ثم كلام آخر طويل عن مدنيين', [defined(topic('war'), [near('قصف*', 'مدني*', 3)])], []],
    ['must, and it stands', 'نذر حرب في مأرب', [defined(topic('war'), [phrase('حرب')], ['مأرب', 'صنعاء'])], ['war']],
    ['must, and none stands', 'نذر حرب', [defined(topic('war'), [phrase('حرب')], ['مأرب', 'صنعاء'])], []],
    ['must not', 'نذر حرب في مأرب', [defined(topic('war'), [phrase('حرب')], [], ['مأرب'])], []],
    ['what a topic must not hold, its branches must not', 'قصف في رواية', [defined(topic('war'), [phrase('حرب')], [], ['رواية']), STRIKE], []],
    ['a branch that is refused says nothing for the topic above', 'قصف في رواية', [WAR, defined(topic('strike', 'war'), [phrase('قصف*')], [], ['رواية'])], []],
    ['only in its language', 'نذر حرب', [defined(topic('war'), [phrase('حرب', 4, { lang: 'fa' }), phrase('سلام', 4, { lang: 'ar' })])], []],
    ["a user's own topic beside a built-in one for longer words", 'حرب تجارية', [defined(topic('trade'), [phrase('حرب تجارية')]), own('mine', [phrase('حرب')])], ['trade', 'mine']],
    ["a user's own topic by one weak phrase", 'كلام عن مأرب', [own('mine', [phrase('مأرب', 1)])], ['mine']],
    ['of an own topic its own longer phrase', 'حرب باردة', [own('mine', [phrase('حرب'), phrase('حرب باردة', 0)])], []],
  ])('%s', (_name, headline, topics, expected) => expect(idsOf(headline, ...topics)).toEqual(expected));

  it('counts words once for a topic, though two of its branches have them', () => {
    const [both] = tagsOf('قصف ليلي', WAR, STRIKE, defined(topic('shelling', 'war'), [phrase('قصف*')]));
    const [one] = tagsOf('قصف ليلي', WAR, STRIKE);
    expect(both?.evidence).toHaveLength(1);
    expect(both?.score).toBe(one?.score);
  });

  it('puts the topic first that says most, with scores between 0 and 1', () => {
    const tags = tagsOf('حرب حرب وسلام', defined(topic('peace'), [phrase('سلام')]), WAR);
    expect(tags.map((tag) => tag.topic.id)).toEqual(['war', 'peace']);
    for (const { score } of tags) expect(score).toBeGreaterThan(0);
    for (const { score } of tags) expect(score).toBeLessThan(1);
  });

  it('stays fast where a hostile text repeats what phrases begin with', () => {
    const text = articleText('', 'رئيس مجلس وزير وزارة قصف هجوم كلام المنتخب '.repeat(20_000));
    expect(tagTopics(text, loadTaxonomy(), 'ar').length).toBeGreaterThan(0);
  });
});
