import { loadGazetteer } from '../../../server/tagging/places/gazetteer';
import { createTagger } from '../../../server/tagging/tagger';
import { loadTaxonomy } from '../../../server/tagging/topics/taxonomy';

export const gazetteer = loadGazetteer();
export const taxonomy = loadTaxonomy();
export const tag = createTagger(gazetteer, taxonomy);

/** What a text's places come to: `phrase -> id`, in the order of their tags. */
export function placesOf(text: string, title = '', feedCountry: string | null = null): string[] {
  return tag({ title, text, lang: null, feedCountry }).places.flatMap(({ place, mentions }) => mentions.map((one) => `${one.phrase} -> ${place.id}`));
}

export function rolesOf(text: string, title = ''): Record<string, string> {
  return Object.fromEntries(tag({ title, text, lang: null }).places.map(({ place, role }) => [place.id, role]));
}
