import { parseArgs } from 'node:util';

export const HELP = `Manages the feeds of this Marsad, whether it is running or not.

usage: npx marsad feeds COMMAND

  add ADDRESS [--yes | --choose N|all]   looks for feeds at the address of a site or a feed, shows what they hold, and adds
      [--title T] [--publisher P] [--language ar] [--country SY] [--folder A/B] [--full-articles]
      --yes         adds the one that is found, without asking; --choose says which where there are several
  list [--json]                          all feeds, those that need a look first
  check [ID|ADDRESS...] [--json]         asks them now (all, if none is named) and says what they hold; stores nothing
  import FILE [--json]                   adds the feeds of an OPML file or of a list of addresses ("-": standard input)
  export [FILE]                          all feeds as OPML
  pause ID... | resume ID... | ask ID...
  delete ID... [--with-articles]         the articles stay unless it is said; those that another feed shows stay in any case

It uses DATABASE_URL or the data folder (DATA_DIR) as npm start does: where Marsad is running it works on its database, else
Postgres is started for the command. Exit code: 0 if all was well, 1 if something could not be done, 2 if the command was wrong.
`;

export const COMMANDS = ['add', 'list', 'check', 'import', 'export', 'pause', 'resume', 'ask', 'delete'] as const;
export type Command = (typeof COMMANDS)[number];

export interface FeedsOptions {
  command: Command;
  names: string[];
  json: boolean;
  yes: boolean;
  /** numbers as listed, from 1 */
  choose: number | 'all' | null;
  withArticles: boolean;
  title?: string;
  publisher?: string;
  language?: string;
  country?: string;
  folder?: string;
  fullArticles: boolean;
}

const FLAGS = {
  json: { type: 'boolean' }, yes: { type: 'boolean', short: 'y' }, choose: { type: 'string' }, 'with-articles': { type: 'boolean' },
  title: { type: 'string' }, publisher: { type: 'string' }, language: { type: 'string' }, country: { type: 'string' }, folder: { type: 'string' },
  'full-articles': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const;

/** The options; null where help is asked for; else what is wrong, in a line. */
export function readFeedsOptions(argv: string[]): FeedsOptions | string | null {
  let parsed;
  try {
    parsed = parseArgs({ args: argv, allowPositionals: true, options: FLAGS });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
  const { values, positionals: [name, ...names] } = parsed;
  if (values.help) return null;
  const command = COMMANDS.find((one) => one === name);
  if (!command) return name === undefined ? 'say what to do' : `there is no command "${name}"`;
  const choose = values.choose === undefined ? null : values.choose === 'all' ? 'all' : Number(values.choose);
  if (typeof choose === 'number' && !(Number.isInteger(choose) && choose > 0)) return '--choose takes a number from the list, or all';
  const wrong = wrongNames(command, names);
  if (wrong) return wrong;
  const { title, publisher, language, country, folder } = values;
  return {
    command, names, choose, json: values.json ?? false, yes: values.yes ?? false, withArticles: values['with-articles'] ?? false,
    title, publisher, language, country, folder, fullArticles: values['full-articles'] ?? false,
  };
}

function wrongNames(command: Command, names: string[]): string | null {
  if (command === 'add' && names.length !== 1) return 'name one address';
  if (command === 'import' && names.length !== 1) return 'name one file';
  if (command === 'export' && names.length > 1) return 'name one file at most';
  if (command === 'list' && names.length > 0) return `list takes no ${names[0]}`;
  if (!['pause', 'resume', 'ask', 'delete'].includes(command)) return null;
  const bad = names.find((name) => !isId(name));
  return names.length === 0 ? 'name a feed by its number in the list' : bad === undefined ? null : `${bad} is no number of a feed`;
}

export const isId = (name: string) => /^[0-9]{1,9}$/u.test(name);
