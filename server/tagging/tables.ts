import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the data files lie: the repository's data/, two folders up. */
const DATA = new URL('../../data/', import.meta.url);

export function dataPath(name: string): string {
  return fileURLToPath(new URL(name, DATA));
}

export function readBytes(name: string): Buffer {
  return readFileSync(dataPath(name));
}

export function readData(name: string): string {
  return readBytes(name).toString('utf8');
}

/**
 * The rows of a tab-separated table; lines that open with # are comments, so is the head line.
 * @throws naming the file and line of a row with too few columns
 */
export function parseTable(name: string, body: string, columns: number): string[][] {
  const rows: string[][] = [];
  body.split('\n').forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return;
    const cells = line.split('\t');
    if (cells.length < columns) throw new Error(`data/${name} line ${index + 1}: ${cells.length} columns, ${columns} needed`);
    rows.push(cells);
  });
  return rows;
}

export function readTable(name: string, columns: number): string[][] {
  return parseTable(name, readData(name), columns);
}

/** `a|b|c` without empty parts. */
export function list(cell: string | undefined): string[] {
  return (cell ?? '').split('|').map((part) => part.trim()).filter((part) => part !== '');
}
