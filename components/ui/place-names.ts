import type { Label } from '@/lib/label';
import type { PlaceKind } from '@/lib/place';
import { labelIn } from './format';
import type { KindName } from './kind-name';
import type { Locale } from './locale';

interface NamedPlace {
  id: string;
  label: Label;
  kind: PlaceKind;
  country?: string | null;
}

/**
 * The names of places that stand beside each other. The city and the province of Idlib share one: there everything but the
 * city says what it is, so that no name stands twice.
 */
export function distinctNames(places: readonly NamedPlace[], locale: Locale, kindName: KindName): Map<string, string> {
  const names = places.map(({ label }) => labelIn(label, locale));
  return new Map(
    places.map(({ id, kind, country }, n) => {
      const name = names[n] ?? id;
      const shared = names.indexOf(name) !== names.lastIndexOf(name);
      return [id, shared && kind !== 'city' ? `${name} (${kindName(kind, country)})` : name];
    }),
  );
}
