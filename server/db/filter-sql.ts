import type { Filter } from '../../lib/filter';

export interface Condition {
  sql: string;
  values: unknown[];
}

/**
 * The filter over `article a`, saying the same as lib/filter's `matches`: a property test holds them together.
 * @param first the number of its first placeholder
 */
export function filterSql(filter: Filter, first: number): Condition {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (column: string, operator: string, value: string[]) => {
    if (value.length === 0) return;
    parts.push(`a.${column} ${operator} $${first + values.length}::text[]`);
    values.push(value);
  };
  add('region_keys', '&&', filter.regions);
  add('topic_keys', '&&', filter.topics);
  add('terms', '@>', filter.terms);
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values };
}
