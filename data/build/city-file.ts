import { foldedBy } from '../../server/tagging/places/folded-by';
import { SHORTEST } from '../../server/tagging/places/gazetteer';
import { keyOf, LONGEST } from '../../server/tagging/places/name-index';
import type { CityRow } from './cities';

const COLUMNS = 'id\ten\tar\tcountry\tadmin1\tfeature\tpopulation\tlat\tlon\tunit\tnames\tderived';

/** Names as they are looked up, each once; those that no look-up would ask for are left out. */
export function keysOf(names: readonly string[]): string[] {
  const keys = names.filter((name) => name.length >= SHORTEST).map(keyOf);
  return [...new Set(keys)].filter((key) => key !== '' && key.split(' ').length <= LONGEST);
}

/** Lines of cells, in the order of their ids; the last two cells of each hold its names. */
export function cityFile(lines: readonly string[][]): string {
  const names = lines.reduce((sum, cells) => sum + cells.slice(-2).flatMap((cell) => cell.split('|')).filter((name) => name !== '').length, 0);
  return `# ${COLUMNS}\n# rows ${lines.length}, names ${names}, folded by ${foldedBy()}\n${lines.map((cells) => cells.join('\t')).join('\n')}\n`;
}

export function cityLine(row: CityRow, unit: string): string[] {
  const keys = keysOf([/[([]/.test(row.name) ? '' : row.name, row.ar, ...row.names]);
  const derived = keysOf(row.derived).filter((key) => !keys.includes(key));
  return [row.id, row.name, row.ar, row.country, row.admin1, row.feature, String(row.population), String(row.lat), String(row.lon), unit, keys.join('|'), derived.join('|')];
}

/** Names of too many words are all that some have: no look-up would ever find those. */
export const isNamed = (cells: readonly string[]) => cells.slice(-2).some((cell) => cell !== '');
