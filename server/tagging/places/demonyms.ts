import { fold } from '../../../lib/text/fold';
import { list, readTable } from '../tables';
import { NameIndex } from './name-index';

const ARABIC = /[\u0621-\u064a]/;
const ENDINGS = ['', 'ه', 'ين', 'ون', 'ات', 'تين', 'ان'];

/** سوري gives سورية، سوريين, … and all of them with ال; a form after = is taken as it is. */
function arabicForms(stem: string): string[] {
  if (stem.startsWith('=')) return [stem.slice(1)];
  const folded = fold(stem);
  const forms = folded.includes(' ') ? [folded] : ENDINGS.map((ending) => folded + ending);
  return forms.flatMap((form) => [form, `ال${form}`]);
}

/** data/hand/demonyms.tsv as an index from form to country. */
export function loadDemonyms(): NameIndex<string> {
  const index = new NameIndex<string>();
  for (const [country = '', arabic, latin] of readTable('hand/demonyms.tsv', 3)) {
    for (const stem of list(arabic)) for (const form of arabicForms(stem)) index.add(form, country);
    for (const form of list(latin)) if (!ARABIC.test(form)) index.add(form, country);
  }
  return index;
}
