import { readFile, writeFile } from 'node:fs/promises';
import type { Table } from './figures';

const BEGIN = (command: string) => `<!-- written by npm run ${command}: from here -->`;
const END = (command: string) => `<!-- written by npm run ${command}: to here -->`;

export interface Report {
  machine: string;
  busyness: string;
  /** ISO */
  at: string;
  articles: string;
  tables: readonly Table[];
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

function tableText({ title, rows, notes }: Table): string {
  const table = [line(['what', 'figure', 'aim', 'how it was taken']), '| --- | --- | --- | --- |', ...rows.map(({ what, figure, aim, how }) => line([what, figure, aim, how]))];
  return [`### ${title}`, ...(rows.length > 0 ? [table.join('\n')] : []), ...notes].join('\n\n');
}

export const tablesText = (tables: readonly Table[]) => tables.map(tableText).join('\n\n');

/** The whole report, in Markdown. */
export function reportText({ machine, busyness, at, articles, tables }: Report): string {
  const head = [`${at.slice(0, 16).replace('T', ' ')} UTC, ${machine}; ${busyness}.`, `Articles: ${articles}.`].join('\n');
  return [head, tablesText(tables)].join('\n\n');
}

/** Puts the report of a command between its two marks in a file. @throws where the file has no such marks */
export async function writeReport(file: string, text: string, command = 'bench'): Promise<void> {
  const page = await readFile(file, 'utf8');
  const [from, to] = [BEGIN(command), END(command)];
  const begin = page.indexOf(from);
  const end = page.indexOf(to);
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the report: the lines "${from}" and "${to}"`);
  await writeFile(file, `${page.slice(0, begin)}${from}\n\n${text}\n\n${page.slice(end)}`);
}
