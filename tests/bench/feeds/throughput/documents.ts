import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseWire, type WireItem } from '../../../../server/sample/wire';
import { writeRss } from '../../../../server/sample/rss';

export const ITEMS = 30;
const HOUR_MS = 3_600_000;
const BEGAN = Date.parse('2017-09-15T12:00:00Z');

/** A feed's document, the same whenever it is made: its texts are the sample wire's, each told apart by its number. */
export function createDocuments(projectDir: string): (feed: number) => Buffer {
  const items = parseWire(JSON.parse(readFileSync(path.join(projectDir, 'data/sample-wire.json'), 'utf8')));
  return (feed) => {
    const link = `https://paper-${feed}.example/`;
    const listed = Array.from({ length: ITEMS }, (_, i) => {
      const { lang, title, text } = items[(feed * ITEMS + i) % items.length] as WireItem;
      const id = `${link}${i}`;
      return { id, link: id, lang, title: `${title} (${feed}-${i})`, text, publishedAt: new Date(BEGAN - i * HOUR_MS), category: null };
    });
    return Buffer.from(writeRss({ title: `صحيفة ${feed}`, link, description: 'أخبار', lang: 'ar' }, listed));
  };
}

export const hashOf = (document: Buffer) => createHash('sha256').update(document).digest('hex');
export const etagOf = (hash: string) => `"${hash.slice(0, 16)}"`;

/** Every feed has an address of its own on the loopback, as it would have a server of its own. */
export const hostOf = (feed: number) => `127.${1 + (feed >> 16)}.${(feed >> 8) & 255}.${feed & 255}`;
export function feedOf(host: string): number {
  const [, a = 0, b = 0, c = 0] = host.split(':')[0]?.split('.').map(Number) ?? [];
  return ((a - 1) << 16) + (b << 8) + c;
}
