import { knownPrefix } from './namespaces';
import { nodeName } from './node-names';
import type { Attributes } from './xml-scanner';

/** The namespaces in force within an element, by prefix as written; `''` is the default one. */
export interface Scope {
  bindings: ReadonlyMap<string, string>;
  outer: Scope | null;
}

/** The scope within an element: its own declarations before those around it. */
export function scopeWithin(attributes: Attributes, outer: Scope | null): Scope | null {
  let bindings: Map<string, string> | null = null;
  for (const [name, address] of Object.entries(attributes)) {
    const declared = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : null;
    const prefix = declared === null ? undefined : knownPrefix(address);
    // the default namespace of a feed is its format's, whatever it says; that of an element within may be another's
    if (declared === null || prefix === undefined || (declared === '' && outer === null)) continue;
    bindings ??= new Map();
    bindings.set(declared, prefix);
  }
  return bindings === null ? outer ?? ROOT : { bindings, outer };
}

const ROOT: Scope = { bindings: new Map(), outer: null };

/** An element's name as the mapping calls it. In an Atom document Atom's own names have no prefix. */
export function nameWithin(written: string, scope: Scope | null, atom: boolean): string {
  const colon = written.indexOf(':');
  const given = colon < 0 ? '' : written.slice(0, colon);
  const prefix = lookUp(given, scope) ?? given.toLowerCase();
  const local = written.slice(colon + 1);
  return nodeName(prefix === '' || (prefix === 'atom' && atom) ? local : `${prefix}:${local}`);
}

function lookUp(prefix: string, scope: Scope | null): string | undefined {
  for (let at = scope; at !== null; at = at.outer) {
    const known = at.bindings.get(prefix);
    if (known !== undefined) return known;
  }
  return undefined;
}
