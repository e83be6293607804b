/** SQLSTATE classes that blame what was handed over: data exception, program limit exceeded. The same data fails again. */
const DATA_FAULTS = ['22', '54'];

/** Whether a failure of the database is due to what it was given, so that it is no use to ask again. */
export function isDataFault(error: unknown): error is Error {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  // five characters: a code of Node's own or of a driver is no SQLSTATE
  return error.code.length === 5 && DATA_FAULTS.includes(error.code.slice(0, 2));
}

/** An entry in words, for a line that says what became of it. */
export const nameOf = ({ title, link, identity }: { title: string; link: string | null; identity: string }) => title || (link ?? identity);
