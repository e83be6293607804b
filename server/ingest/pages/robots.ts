/** What a robots.txt has to say to one crawler (RFC 9309). */
export interface Robots {
  /** @param url absolute, of the robots.txt's own origin */
  allows(url: string): boolean;
  /** how long it asks to wait between two requests, in seconds; null: it doesn't say (no part of the RFC, but much used) */
  crawlDelaySeconds: number | null;
}

interface Rule {
  allow: boolean;
  /** normalised; in pieces between the wildcards */
  pieces: string[];
  /** "$": the path must end with it */
  anchored: boolean;
  /** how specific it is: the longest match decides */
  length: number;
}

interface Group {
  agents: string[];
  rules: Rule[];
  delay: number | null;
}

/** The RFC asks for at least so much to be read; what is behind it is not. */
export const MOST_ROBOTS_BYTES = 500 * 1024;
const MOST_RULES = 5000;

/** @param token the crawler's product token, without version */
export function parseRobots(text: string, token: string): Robots {
  const groups = groupsOf(text);
  const named = groups.filter(({ agents }) => agents.includes(token.toLowerCase()));
  const mine = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = mine.flatMap((group) => group.rules);
  const delays = mine.flatMap(({ delay }) => (delay === null ? [] : [delay]));
  return { allows: (url) => allows(rules, pathOf(url)), crawlDelaySeconds: delays.length === 0 ? null : Math.max(...delays) };
}

/** Everything is allowed: there is no robots.txt. */
export const NO_ROBOTS: Robots = { allows: () => true, crawlDelaySeconds: null };

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let current: Group | null = null;
  let named = false;
  let rules = 0;
  for (const line of text.slice(0, MOST_ROBOTS_BYTES).replace(/^\ufeff/u, '').split(/\r\n?|\n/u)) {
    const [key = '', value] = partsOf(line);
    if (value === undefined) continue;
    if (key === 'user-agent') {
      if (!current || !named) groups.push(current = { agents: [], rules: [], delay: null });
      current.agents.push(agentOf(value));
      named = true;
    } else if (current && (key === 'allow' || key === 'disallow')) {
      named = false;
      if (value !== '' && (rules += 1) <= MOST_RULES) current.rules.push(ruleOf(key === 'allow', value));
    } else if (current && key === 'crawl-delay') {
      named = false;
      if (/^\d{1,6}(?:\.\d{1,3})?$/u.test(value)) current.delay = Number(value);
    }
  }
  return groups;
}

function partsOf(line: string): [key: string, value: string | undefined] {
  const bare = line.split('#', 1)[0] ?? '';
  const colon = bare.indexOf(':');
  return colon < 0 ? ['', undefined] : [bare.slice(0, colon).trim().toLowerCase(), bare.slice(colon + 1).trim()];
}

/** "Marsad/0.1 (news)" names the token Marsad. */
const agentOf = (value: string) => (value === '*' ? value : (/^[a-z_-]+/iu.exec(value)?.[0] ?? value).toLowerCase());

function ruleOf(allow: boolean, value: string): Rule {
  const anchored = value.endsWith('$');
  const pattern = normalise(anchored ? value.slice(0, -1) : value);
  return { allow, pieces: pattern.split(/\*+/u), anchored, length: pattern.length };
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return normalise(pathname + search);
}

/** Letters beyond ASCII as %XX in upper case, and what needs no %XX without: two spellings of one path are one. */
function normalise(path: string): string {
  return path
    .replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter.toWellFormed()))
    .replace(/%[0-9a-f]{2}/giu, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[a-z0-9._~-]/iu.test(letter) ? letter : code.toUpperCase();
    });
}

/** The longest match decides; of two as long the one that allows. */
function allows(rules: readonly Rule[], path: string): boolean {
  let best: Rule | null = null;
  for (const rule of rules) {
    if (best && (rule.length < best.length || (rule.length === best.length && !rule.allow))) continue;
    if (matches(rule, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** Each piece where it first fits; the last, if it has to end the path, at the end. */
function matches({ pieces, anchored }: Rule, path: string): boolean {
  const [first = '', ...others] = pieces;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  if (others.length === 0) return !anchored || at === path.length;
  const last = others.pop() ?? '';
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return anchored ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) >= 0;
}
