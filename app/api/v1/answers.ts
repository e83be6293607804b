import type { ApiQuery } from '@/lib/api-query';
import { toCsv } from '@/lib/csv';

/** The routes of /api/v1 begin here: refusals that name what is wrong, and one answer as JSON or as a table. */

const HEADERS = { 'cache-control': 'no-store' };

export const problem = (problems: readonly string[], status = 400): Response => Response.json({ error: problems.join('; '), problems }, { status, headers: HEADERS });

interface Table {
  columns: readonly string[];
  rows: readonly (readonly (string | number | boolean | null)[])[];
}

export function answer(format: 'json' | 'csv', name: string, body: unknown, table: () => Table): Response {
  if (format === 'json') return Response.json(body, { headers: HEADERS });
  const { columns, rows } = table();
  return new Response(toCsv(columns, rows), { headers: { ...HEADERS, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="marsad-${name}.csv"` } });
}

/** Answers what the address asks, or says what in it can't be asked. */
export async function asked<T>(request: Request, read: (params: URLSearchParams) => ApiQuery<T>, work: (query: T) => Promise<Response>): Promise<Response> {
  const parsed = read(new URL(request.url).searchParams);
  return parsed.ok ? work(parsed.query) : problem(parsed.problems);
}
