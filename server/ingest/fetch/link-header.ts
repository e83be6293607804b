/** What an answer's Link header says of WebSub: the first hub, and the address that the feed calls its own; absolute. */
export interface HeaderLinks {
  hub: string | null;
  self: string | null;
}

// no "<" within the parameters: one that is quoted costs only its own link, and nothing is read twice
const LINK = /<([^<>]{1,2000})>([^<]*)/gu;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/iu;
/** a link that tells of another page than the one that was asked for */
const ANCHOR = /;\s*anchor\s*=/iu;

/** A Link header (RFC 8288; several are joined by commas) of the answer from `base`. */
export function headerLinks(header: string | null, base: string): HeaderLinks {
  const links = [...(header ?? '').matchAll(LINK)].filter(([, , parameters = '']) => !ANCHOR.test(parameters));
  const first = (rel: string) => {
    for (const [, target = '', parameters = ''] of links) {
      const [, quoted, bare] = REL.exec(parameters) ?? [];
      const named = (quoted ?? bare ?? '').toLowerCase().split(/\s+/u);
      // a hub compares addresses letter by letter: a whole one stays as it is written
      if (named.includes(rel) && URL.canParse(target, base)) return URL.canParse(target) ? target : new URL(target, base).href;
    }
    return null;
  };
  return { hub: first('hub'), self: first('self') };
}
