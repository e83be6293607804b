import { webAddress } from './address';
import type { OpmlContent } from './content';

const ADDRESS = /(?:https?|feed):\S+/iu;

/** A list without outlines: an address a line, what else stands on the line its title. Lines that begin with # are remarks. */
export function readPlainList(text: string): OpmlContent {
  const content: OpmlContent = { feeds: [], refused: [] };
  if (/^\s*</u.test(text)) {
    content.refused.push({ url: null, title: null, where: 'line 1', reason: 'no OPML: there is no <outline> in it' });
    return content;
  }
  text.split(/\r\n|\n|\r/u).forEach((line, n) => {
    if (line.trim() === '' || line.trim().startsWith('#')) return;
    const where = `line ${n + 1}`;
    const found = ADDRESS.exec(line)?.[0] ?? (/^\S+\.\S+$/u.test(line.trim()) ? line.trim() : null);
    if (found === null) content.refused.push({ url: null, title: line.trim().slice(0, 200), where, reason: 'no address' });
    else content.feeds.push({ url: webAddress(found), title: titleOf(line, found), where });
  });
  return content;
}

function titleOf(line: string, address: string): string {
  const title = line.replace(address, '').replace(/^[\s,;|–-]+|[\s,;|–-]+$/gu, '').slice(0, 200).trim();
  const url = webAddress(address);
  return title || (URL.canParse(url) ? new URL(url).hostname : url);
}
