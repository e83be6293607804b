import type { Prisma } from './generated/client';
import type { Database } from './client';

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

export async function finishTask(db: Database, id: string, outcome: { result: Prisma.InputJsonValue } | { error: string }): Promise<void> {
  const failed = 'error' in outcome;
  await db.prisma.task.update({
    where: { id: BigInt(id) },
    data: failed ? { state: 'failed', error: outcome.error, finishedAt: new Date() } : { state: 'done', result: outcome.result, finishedAt: new Date() },
  });
  await db.pool.query('select pg_notify($1, $2)', [TASK_CHANNEL, id]);
}

/** Where a task stands; null where there is none of that id. */
export async function taskOutcome(db: Database, id: string): Promise<{ state: string; result: unknown; error: string | null } | null> {
  return db.prisma.task.findUnique({ where: { id: BigInt(id) }, select: { state: true, result: true, error: true } });
}
