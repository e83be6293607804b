/** Between the bench and the process that asks feeds. */
export interface IngestOrder {
  databaseUrl: string;
  dataDir: string;
  projectDir: string;
  allowed: string[];
}

export interface Usage {
  /** microseconds of user and system time of the whole process, its threads included */
  cpu: number;
  /** resident set, bytes */
  rss: number;
}

/** How the feeds' server answers: by tags, or as one that knows none. */
export type Mode = 'tags' | 'no-tags';
