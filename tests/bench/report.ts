import { readFile, writeFile } from 'node:fs/promises';
import type { Table } from './figures';

const BEGIN = '<!-- written by npm run bench: from here -->';
const END = '<!-- written by npm run bench: to here -->';

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

/** The whole report, in Markdown. */
export function reportText({ machine, busyness, at, articles, tables }: Report): string {
  const head = [`${at.slice(0, 16).replace('T', ' ')} UTC, ${machine}; ${busyness}.`, `Articles: ${articles}.`].join('\n');
  return [head, ...tables.map(tableText)].join('\n\n');
}

/** Puts the report between its two marks in a file. @throws where the file has no such marks */
export async function writeReport(file: string, text: string): Promise<void> {
  const page = await readFile(file, 'utf8');
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the report: the lines "${BEGIN}" and "${END}"`);
  await writeFile(file, `${page.slice(0, begin)}${BEGIN}\n\n${text}\n\n${page.slice(end)}`);
}
