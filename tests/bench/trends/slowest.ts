import { performance } from 'node:perf_hooks';
import type { Database } from '../../../server/db/client';

/** Longer lists of constants are cut to their first: of the hours of a month nobody reads the 700th. */
const LIST = /'\{([^,'}]*),[^'}]{80,}\}'/g;

interface Statement {
  sql: string;
  values: unknown[];
  ms: number;
}

interface Question {
  what: string;
  asked: string;
  ms: number;
  statement: Statement;
}

export interface Watch {
  /** times one question, and remembers it and its longest statement where it is among the slowest of its kind */
  time(what: string, asked: unknown, work: () => Promise<unknown>): Promise<number>;
  /** the slowest questions, no two of one kind, with the plan of the statement that took most of each; Markdown */
  explain(most: number): Promise<string[]>;
}

/** Looks at every statement that goes to this database from now on. */
export function watchStatements(db: Database): Watch {
  const query = db.pool.query.bind(db.pool) as (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, string>[] }>;
  const ask = db.pool.query.bind(db.pool) as (sql: object) => Promise<unknown>;
  let statements: Statement[] = [];
  const slowest = new Map<string, Question>();
  Object.assign(db.pool, {
    async query(sql: string | object, values: unknown[] = []) {
      // the client of the data model asks in another form, for small things
      if (typeof sql !== 'string') return ask(sql);
      const began = performance.now();
      try {
        return await query(sql, values);
      } finally {
        statements.push({ sql, values, ms: performance.now() - began });
      }
    },
  });

  async function explained({ what, asked, ms, statement }: Question): Promise<string> {
    const { rows } = await query(`explain (analyze, buffers, timing off) ${statement.sql}`, statement.values);
    const plan = rows.map((row) => String(row['QUERY PLAN']).replace(LIST, "'{$1, …}'")).join('\n');
    return `**${what}**, ${Math.round(ms)} ms, of which this statement ${Math.round(statement.ms)}: \`${asked}\`\n\n\`\`\`\n${plan}\n\`\`\``;
  }

  return {
    async time(what, asked, work) {
      statements = [];
      const began = performance.now();
      await work();
      const ms = performance.now() - began;
      const [statement] = statements.toSorted((a, b) => b.ms - a.ms);
      if (statement && ms > (slowest.get(what)?.ms ?? 0)) slowest.set(what, { what, asked: JSON.stringify(asked), ms, statement });
      return ms;
    },
    async explain(most) {
      const worst = [...slowest.values()].sort((a, b) => b.ms - a.ms).slice(0, most);
      const plans: string[] = [];
      for (const question of worst) plans.push(await explained(question));
      return plans;
    },
  };
}
