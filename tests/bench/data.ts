import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Table } from './figures';

/** What a part prints where the data that it measures with is not there. */
export function missingData(title: string, data: string, file: string): Table[] | null {
  if (existsSync(path.join(data, file))) return null;
  return [{ title, rows: [], notes: [`skipped: there is no ${file} in the data folder (--data)`] }];
}
