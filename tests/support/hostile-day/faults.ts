import { FAULTS, type Fault } from '../hostile-server';

/** These hold a connection until the asker gives up. */
const SLOW: ReadonlySet<Fault> = new Set<Fault>(['hang', 'drip', 'slow-headers', 'endless-headers', 'slow-continue', 'endless-continue', 'too-long']);

export interface FaultOptions {
  /** of all requests, the part that goes wrong, 0 to 1 */
  share: number;
  /** of those, the part that is slow */
  slowShare: number;
  random(): number;
}

/** What befalls a request: mostly nothing, else anything. */
export function createFaults({ share, slowShare, random }: FaultOptions): { next(): Fault; seen: ReadonlyMap<Fault, number> } {
  const slow = FAULTS.filter((fault) => SLOW.has(fault));
  const quick = FAULTS.filter((fault) => fault !== 'feed' && !SLOW.has(fault));
  const seen = new Map<Fault, number>();
  const choose = (): Fault => {
    if (random() >= share) return 'feed';
    const kinds = random() < slowShare ? slow : quick;
    return kinds[Math.floor(random() * kinds.length)] ?? 'feed';
  };
  return {
    next() {
      const fault = choose();
      seen.set(fault, (seen.get(fault) ?? 0) + 1);
      return fault;
    },
    seen,
  };
}

/** Documents that are made to break whoever reads them: nested without end, a name without end, references that grow. */
export const KILLERS: readonly string[] = [
  `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}خبر${'</a>'.repeat(100_000)}</channel></rss>`,
  `<rss version="2.0"><channel><item><title>${'<'.repeat(100_000)}</title></item></channel></rss>`,
  '<!DOCTYPE rss [<!ENTITY a "خبر خبر خبر خبر خبر خبر خبر خبر"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;&c;&c;&c;</title></channel></rss>',
];
