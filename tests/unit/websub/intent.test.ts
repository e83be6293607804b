import { describe, expect, test } from 'vitest';
import { readIntent, type Intent } from '../../../server/web/websub/intent';

const TOPIC = 'https://صحيفة.example/خلاصة';
const REFUSE: Intent = { kind: 'refuse' };
const question = (part: Record<string, string>) =>
  new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': 'تحدٍّ', 'hub.lease_seconds': '864000', ...part });
const confirmed = (leaseSeconds: number | null): Intent => ({ kind: 'confirm', challenge: 'تحدٍّ', leaseSeconds });

describe('what a hub asks', () => {
  test.each<[string, string, Record<string, string>, Intent]>([
    ['what we asked for', 'requested', {}, confirmed(864_000)],
    ['a renewal of its own accord', 'active', {}, confirmed(864_000)],
    ['a new try of one that was quiet', 'quiet', {}, confirmed(864_000)],
    ['what we have not asked for yet', 'wanted', {}, REFUSE],
    ['what it has denied us', 'denied', {}, REFUSE],
    ['what we let lapse', 'lapsing', {}, REFUSE],
    ['another topic', 'requested', { 'hub.topic': 'https://صحيفة.example/' }, REFUSE],
    ['a topic that only folds to ours', 'requested', { 'hub.topic': TOPIC.toUpperCase() }, REFUSE],
    ['nothing to be given back', 'requested', { 'hub.challenge': '' }, REFUSE],
    ['more to be given back than any hub wants', 'requested', { 'hub.challenge': 'ا'.repeat(1001) }, REFUSE],
    ['an unknown mode', 'requested', { 'hub.mode': 'publish' }, REFUSE],
    ['the end of what we want', 'active', { 'hub.mode': 'unsubscribe' }, REFUSE],
    ['without a lease', 'requested', { 'hub.lease_seconds': '' }, confirmed(null)],
    ['a lease of nothing', 'requested', { 'hub.lease_seconds': '0' }, confirmed(null)],
    ['a lease before now', 'requested', { 'hub.lease_seconds': '-5' }, confirmed(null)],
    ['a lease in Arabic digits', 'requested', { 'hub.lease_seconds': '٨٦٤٠٠' }, confirmed(null)],
  ])('%s', (_name, state, part, intent) => {
    expect(readIntent(question(part), { topic: TOPIC, state })).toEqual(intent);
  });

  test.each<[string, string, string]>([
    ['with its reason', 'الموضوع\n مغلق', 'the hub denied the subscription: الموضوع مغلق'],
    ['without one', '', 'the hub denied the subscription'],
    ['at length', 'ا'.repeat(5000), `the hub denied the subscription: ${'ا'.repeat(300)}`],
  ])('a denial %s', (_name, reason, said) => {
    expect(readIntent(question({ 'hub.mode': 'denied', 'hub.reason': reason }), { topic: TOPIC, state: 'requested' })).toEqual({ kind: 'denied', reason: said });
  });

  test.each<[string, Record<string, string>, Intent]>([
    ['an end is what we want', { 'hub.mode': 'unsubscribe' }, { kind: 'goodbye', challenge: 'تحدٍّ' }],
    ['a beginning is not', {}, REFUSE],
    ['a denial is nothing to us', { 'hub.mode': 'denied' }, REFUSE],
  ])('of a key that we don’t have: %s', (_name, part, intent) => {
    expect(readIntent(question(part), null)).toEqual(intent);
  });
});
