import type pg from 'pg';

export const HOUR = 3_600_000;

/** A clock that runs `speed` times as fast as ours, and stands while nobody is at work. */
export function createDayClock(speed: number) {
  let elapsed = 0;
  let since: number | null = null;
  const now = () => elapsed + (since === null ? 0 : (Date.now() - since) * speed);
  return {
    now,
    running: () => since !== null,
    go() { since ??= Date.now(); },
    stand() {
      elapsed = now();
      since = null;
    },
  };
}
export type DayClock = ReturnType<typeof createDayClock>;

// What is planned for a day of which an hour takes seconds has to come as much sooner.
const SOONER = `update feed set next_poll_at = next_poll_at - make_interval(secs => $1) where next_poll_at > clock_timestamp()`;
// A user who sees that a feed has gone asks it again.
const REVIVE = `update feed set status = 'active', next_poll_at = clock_timestamp() + make_interval(secs => 600) where status = 'gone'`;

/** Moves everything that feeds have planned as the clock says. @returns ends it */
export function movePlans(pool: pg.Pool, clock: DayClock, onError: (error: unknown) => void): () => void {
  let moved = 0;
  let real = Date.now();
  const move = async () => {
    const [elapsed, at] = [clock.now(), Date.now()];
    // ours runs as well
    const seconds = (elapsed - moved - (clock.running() ? at - real : 0)) / 1000;
    [moved, real] = [elapsed, at];
    await pool.query(REVIVE);
    if (seconds > 0) await pool.query(SOONER, [seconds]);
  };
  const timer = setInterval(() => void move().catch(onError), 250);
  return () => clearInterval(timer);
}
