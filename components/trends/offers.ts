import type { Choices } from '@/lib/dashboard';
import type { Label } from '@/lib/label';
import { fold } from '@/lib/text/fold';
import type { KnownPlace } from '@/lib/trends';
import { labelIn } from '../ui/format';
import type { KindName } from '../ui/kind-name';
import { languageOf, type Locale } from '../ui/locale';
import { languageName } from '../ui/names';

export type OfferKind = 'place' | 'topic' | 'publisher' | 'lang';

/** Something to compare with. */
export interface Offer {
  /** the name of its key (lib/key) */
  key: string;
  kind: OfferKind;
  name: string;
  /** what stands beside the name: in the other script, or of what kind it is */
  aside: string;
}

const EACH = 6;

/** Its name in the other of the two scripts; nothing where there is none. */
const otherName = (label: Label, locale: Locale) => (languageOf(locale) === 'ar' ? label.en : (label.ar ?? ''));

/** Whether some word of a name begins as what is typed, folded alike: دير الزور is found by دير and by الزور. */
function begins(names: readonly string[], wanted: string): boolean {
  return wanted === '' || names.some((name) => ` ${fold(name)}`.includes(` ${wanted}`));
}

/** Beside what was typed in the other script stands its name in that script; else it would only be a second language on the page. */
const asideOf = (label: Label, wanted: string, locale: Locale) => (wanted !== '' && begins([otherName(label, locale)], wanted) && !begins([labelIn(label, locale)], wanted) ? otherName(label, locale) : '');

const placeOffer = ({ id, label }: Pick<KnownPlace, 'id' | 'label'>, wanted: string, locale: Locale, kind: string): Offer => ({
  key: `region:${id}`, kind: 'place', name: labelIn(label, locale), aside: [kind, asideOf(label, wanted, locale)].filter((part) => part !== '').join(' · '),
});

/** Of places that were found by an earlier text those that fit this one too, until its own are here. */
export function stillFit(places: readonly KnownPlace[], typed: string): KnownPlace[] {
  const wanted = fold(typed.trim());
  return places.filter(({ label }) => begins([label.en, label.ar ?? ''], wanted));
}

/**
 * What can be compared, by what is typed in either script: places as the server found them, then topics, publishers and languages.
 * What is compared already is left out.
 */
export function offersOf(choices: Choices, places: readonly KnownPlace[], typed: string, chosen: readonly string[], locale: Locale, kindName: KindName): Offer[] {
  const wanted = fold(typed.trim());
  const topics = choices.topics.filter(({ label }) => begins([label.en, label.ar ?? ''], wanted));
  const publishers = choices.publishers.filter(({ label }) => begins([label.en, label.ar ?? ''], wanted));
  const langs = choices.langs.filter((code) => begins([code, languageName(code, 'ar'), languageName(code, 'en')], wanted));
  const groups: Offer[][] = [
    places.map((place) => placeOffer(place, wanted, locale, kindName(place.kind, place.country))),
    topics.map(({ id, label }) => ({ key: `topic:${id}`, kind: 'topic' as const, name: labelIn(label, locale), aside: asideOf(label, wanted, locale) })),
    publishers.map(({ id, label }) => ({ key: `publisher:${id}`, kind: 'publisher' as const, name: labelIn(label, locale), aside: '' })),
    langs.map((code) => ({ key: `lang:${code}`, kind: 'lang' as const, name: languageName(code, locale), aside: asideOf({ en: languageName(code, 'en'), ar: languageName(code, 'ar') }, wanted, locale) })),
  ];
  return groups.flatMap((group) => group.filter(({ key }) => !chosen.includes(key)).slice(0, EACH));
}
