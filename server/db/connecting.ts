/** How long a Postgres may take to answer a new connection: one that takes it and stays silent would be waited for without end. */
export const CONNECT_WITHIN_MS = 10_000;
