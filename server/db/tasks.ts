import type { Prisma } from './generated/client';
import type { Database } from './client';
import { toJson } from './json';

/** What a page asks of an ingest process. */
export interface Task {
  id: string;
  kind: string;
  payload: unknown;
}

export const TASK_CHANNEL = 'marsad_task';

/** Puts a task into the queue and wakes the ingest processes. */
export async function requestTask(db: Database, kind: string, payload: Prisma.InputJsonValue = {}): Promise<string> {
  const task = await db.prisma.task.create({ data: { kind, payload }, select: { id: true } });
  await db.pool.query('select pg_notify($1, $2)', [TASK_CHANNEL, '']);
  return task.id.toString();
}

// A task that has been running for so long belonged to a process that died.
const TAKE = `
  update task set state = 'running', started_at = clock_timestamp()
  where id = (select id from task where state = 'waiting' or (state = 'running' and started_at < clock_timestamp() - interval '10 minutes') order by id limit 1 for update skip locked)
  returning id, kind, payload`;

/** The oldest task that waits, for this process alone; null where none waits. */
export async function takeTask(db: Database): Promise<Task | null> {
  const { rows } = await db.pool.query<Task>(TAKE);
  return rows[0] ?? null;
}

export async function finishTask(db: Database, id: string, outcome: { result: object } | { error: string }): Promise<void> {
  const [state, result, error] = 'error' in outcome ? ['failed', null, outcome.error.replaceAll('\u0000', '')] : ['done', toJson(outcome.result), null];
  await db.pool.query('update task set state = $2::task_state, result = $3, error = $4, finished_at = clock_timestamp() where id = $1', [id, state, result, error]);
  await db.pool.query('select pg_notify($1, $2)', [TASK_CHANNEL, id]);
}

/** Where a task stands; null where there is none of that id. */
export async function taskOutcome(db: Database, id: string): Promise<{ state: string; result: unknown; error: string | null } | null> {
  return db.prisma.task.findUnique({ where: { id: BigInt(id) }, select: { state: true, result: true, error: true } });
}
