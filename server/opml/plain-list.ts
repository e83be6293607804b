import { webAddress } from './address';
import type { OpmlContent } from './content';

const ADDRESS = /(?:https?|feed):\S+/iu;

/** A list without outlines: an address a line, what else stands on the line its title. Lines that begin with # are remarks. */
export function readPlainList(text: string): OpmlContent {
  const content: OpmlContent = { feeds: [], refused: [] };
  if (/^\s*</u.test(text)) {
    content.refused.push({ url: null, title: null, line: 1, reasons: [{ code: 'no-list' }] });
    return content;
  }
  text.split(/\r\n|\n|\r/u).forEach((written, n) => {
    if (written.trim() === '' || written.trim().startsWith('#')) return;
    const line = n + 1;
    const found = ADDRESS.exec(written)?.[0] ?? (/^\S+\.\S+$/u.test(written.trim()) ? written.trim() : null);
    if (found === null) content.refused.push({ url: null, title: written.trim().slice(0, 200), line, reasons: [{ code: 'no-address' }] });
    else content.feeds.push({ url: webAddress(found), title: titleOf(written, found), line });
  });
  return content;
}

function titleOf(line: string, address: string): string {
  const title = line.replace(address, '').replace(/^[\s,;|–-]+|[\s,;|–-]+$/gu, '').slice(0, 200).trim();
  const url = webAddress(address);
  return title || (URL.canParse(url) ? new URL(url).hostname : url);
}
