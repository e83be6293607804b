import { clausesOf, type Filter } from '../../lib/filter';
import { isNoText, type TextAtom } from '../../lib/text/query';
import type { Database } from './client';
import { knownKeyIds } from './keys';

/** A filter in numbers, as SQL asks it. */
export interface CompiledFilter {
  /** of each an article has to have one: among its `keys`, or its `role_keys` */
  clauses: { keys: number[]; roleKeys: number[] }[];
  all: CompiledAtom[][];
  none: CompiledAtom[];
  from: Date | null;
  to: Date | null;
}

/** `terms`: of each list one. `within`: the text's words hold this. `or`: or one of these terms. */
interface CompiledAtom {
  terms: number[][];
  within: string | null;
  or: number[];
}

export interface Condition {
  sql: string;
  values: unknown[];
  /** it asks the article itself, `a`, beside its row of `article_key`, `k` */
  asksText: boolean;
}

/** Counted keys stand in one column, those of the other roles in another (lib/article-keys). */
const COUNTED = /^(?:region|about|place|role|topic|publisher|lang):/u;
const term = (stem: string) => `term:${stem}`;

async function idsBeginning(db: Database, prefix: string): Promise<number[]> {
  const { rows } = await db.pool.query<{ id: number }>(`select id from key where name like $1`, [`${term(prefix)}%`]);
  return rows.map(({ id }) => id);
}

async function compileAtom(db: Database, atom: TextAtom): Promise<CompiledAtom> {
  const ids = async (stems: readonly string[]) => [...(await knownKeyIds(db.pool, stems.map(term))).values()];
  switch (atom.kind) {
    case 'term':
      return { terms: [await ids(atom.stems)], within: null, or: [] };
    case 'prefix':
      return { terms: [await ids(atom.stems)], within: ` ${atom.prefix}`, or: await idsBeginning(db, atom.prefix) };
    case 'phrase':
      return { terms: await Promise.all(atom.terms.map(ids)), within: atom.within, or: [] };
  }
}

/** Looks up the numbers of what a filter names. What no article ever had has none, and is found nowhere. */
export async function compileFilter(db: Database, filter: Filter): Promise<CompiledFilter> {
  const clauses = clausesOf(filter);
  const ids = await knownKeyIds(db.pool, clauses.flat());
  const idsOf = (names: readonly string[]) => names.flatMap((name) => ids.get(name) ?? []);
  return {
    clauses: clauses.map((names) => ({ keys: idsOf(names.filter((name) => COUNTED.test(name))), roleKeys: idsOf(names.filter((name) => !COUNTED.test(name))) })),
    all: await Promise.all(filter.text.all.map((atoms) => Promise.all(atoms.map((atom) => compileAtom(db, atom))))),
    none: await Promise.all(filter.text.none.map((atom) => compileAtom(db, atom))),
    from: filter.from === null ? null : new Date(filter.from),
    to: filter.to === null ? null : new Date(filter.to),
  };
}

/** Whether every article meets it, but for the time. */
export const asksNothing = ({ clauses, all, none }: CompiledFilter): boolean => clauses.length + all.length + none.length === 0;

/** Whether it asks for words. */
export const asksText = ({ all, none }: CompiledFilter): boolean => all.length + none.length > 0;

/** The words of an article as phrases are looked for in them: what lib/text/phrase makes of title and text. */
const WORDS = `marsad_words(a.title || E'\\n' || a.text)`;

/**
 * The filter over `article_key k`, and `article a` where it asks the text, saying the same as lib/filter's `matches`: a property test holds them together.
 * @param first the number of its first placeholder
 */
export function filterSql(filter: CompiledFilter, first: number): Condition {
  const values: unknown[] = [];
  let asksText = false;
  const place = (value: unknown) => `$${first + values.push(value) - 1}`;
  const terms = (ids: number[]) => (ids.length === 0 ? 'false' : `k.terms && ${place(ids)}::int[]`);
  const words = (within: string) => {
    asksText = true;
    return `position(${place(within)} in ${WORDS}) > 0`;
  };
  const atom = ({ terms: lists, within, or }: CompiledAtom) => {
    const own = lists.some((ids) => ids.length === 0) ? 'false' : [...lists.map(terms), ...(within === null ? [] : [words(within)])].join(' and ');
    return or.length === 0 ? `(${own})` : `((${own}) or ${terms(or)})`;
  };
  const parts = [
    ...filter.clauses.map((clause) => keyClause(clause, place)),
    ...filter.all.map((atoms) => `(${atoms.map(atom).join(' or ')})`),
    ...filter.none.map((one) => `not ${atom(one)}`),
    ...(filter.from === null ? [] : [`k.sort_at >= ${place(filter.from)}`]),
    ...(filter.to === null ? [] : [`k.sort_at < ${place(filter.to)}`]),
  ];
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values, asksText };
}

function keyClause({ keys, roleKeys }: CompiledFilter['clauses'][number], place: (value: unknown) => string): string {
  const asked = [
    ...(keys.length === 0 ? [] : [`k.keys && ${place(keys)}::int[]`]),
    ...(roleKeys.length === 0 ? [] : [`k.role_keys && ${place(roleKeys)}::int[]`]),
  ];
  return asked.length === 0 ? 'false' : `(${asked.join(' or ')})`;
}

/** Where the rows that a condition speaks of come from. */
export const fromKeys = ({ asksText }: Condition): string => (asksText ? 'article_key k join article a on a.id = k.article_id' : 'article_key k');

/**
 * The one key that a filter comes to and that is counted beyond retention; null where it asks more than that, or a role of any place, which wasn't always
 * counted; `all` where it asks nothing.
 */
export function onlyKey(filter: Filter, compiled: CompiledFilter): number | 'all' | null {
  if (!isNoText(filter.text) || filter.from !== null || filter.to !== null || compiled.clauses.length > 1) return null;
  const [clause] = compiled.clauses;
  if (!clause) return 'all';
  const [id] = clause.keys;
  return id === undefined || clausesOf(filter).flat().length > 1 || (filter.roles.length > 0 && filter.regions.length === 0) ? null : id;
}
