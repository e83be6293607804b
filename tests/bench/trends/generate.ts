import { createHash } from 'node:crypto';
import type { Place, PlaceRole, PlaceTag } from '../../../lib/place';
import type { Topic, TopicTag } from '../../../lib/topic';
import { seeded } from '../../support/random';

/** Made-up history with the skew of real news: few places, topics and words make up most of it, by day and by week. The same on every run. */

export interface MadeArticle {
  title: string;
  text: string;
  lang: string | null;
  publisher: number;
  publishedAt: Date;
  places: PlaceTag[];
  /** with those above them */
  topics: TopicTag[];
  /** numbers of words of the vocabulary, each once */
  words: number[];
}

export interface World {
  places: Place[];
  topics: Topic[];
  publishers: number;
  vocabulary: string[];
  article(n: number): MadeArticle;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const DAYS = 365;
const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
const ROLES: PlaceRole[] = ['about', 'about', 'about', 'mentioned', 'actor', 'venue', 'dateline'];
const LANGS: [string, number][] = [['ar', 0.6], ['en', 0.25], ['fr', 0.08], ['tr', 0.04], ['fa', 0.03]];
/** articles an hour of the day (UTC), as shares */
const BY_HOUR = [2, 1, 1, 1, 2, 3, 5, 7, 8, 8, 8, 7, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 3, 2];
const BY_WEEKDAY = [0.8, 1.1, 1.15, 1.15, 1.1, 1, 0.7];
const VOCABULARY = 200_000;

/** Draws 0 to size - 1 with Zipf's law: the second half as often as the first, and so on. */
function zipf(size: number, exponent: number): (at: number) => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let n = 0; n < size; n += 1) sums[n] = sum += 1 / (n + 1) ** exponent;
  return (at) => {
    const target = at * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < target) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function makePlaces(): { countries: Place[]; towns: Place[][]; all: Place[] } {
  const place = (id: string, kind: Place['kind'], country: string | null, within: string[]): Place =>
    ({ id, geonamesId: null, name: { en: id, ar: `مكان ${id}` }, kind, country, admin1: null, lat: 0, lon: 0, within });
  const regions = Array.from({ length: 20 }, (_, n) => place(`region-${n}`, 'region', null, []));
  const countries = Array.from({ length: 195 }, (_, n) => {
    const code = `${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`;
    return place(code, 'country', code, [`region-${n % 20}`]);
  });
  const provinces = countries.map((country, c) => Array.from({ length: 12 }, (_, n) => place(String(100_000 + c * 12 + n), 'admin1', country.id, [country.id, ...country.within])));
  const towns = countries.map((country, c) => Array.from({ length: 80 }, (_, n) => {
    const province = provinces[c]?.[n % 12] as Place;
    return place(String(1_000_000 + c * 80 + n), 'city', country.id, [province.id, ...province.within]);
  }));
  return { countries, towns, all: [...regions, ...countries, ...provinces.flat(), ...towns.flat()] };
}

function makeTopics(): Topic[] {
  const top = Array.from({ length: 17 }, (_, n): Topic => ({ id: `topic-${n}`, iptc: null, label: { en: `Topic ${n}`, ar: `موضوع ${n}` }, parent: null }));
  const branches = top.flatMap(({ id }) => Array.from({ length: 5 }, (_, n): Topic => ({ id: `${id}-${n}`, iptc: null, label: { en: `${id} ${n}`, ar: `فرع ${n}` }, parent: id })));
  return [...top, ...branches];
}

function makeVocabulary(random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    words.add(Array.from({ length: 4 + Math.floor(random() * 4) }, () => ARABIC[Math.floor(random() * ARABIC.length)]).join(''));
  }
  return [...words];
}

/** Named twice, once with a cue: what an article of some hundred characters comes to. */
function placeTag(place: Place, role: PlaceRole): PlaceTag {
  const mention = { field: 'text', start: 10, end: 15, phrase: 'دمشق', form: 'name' } as const;
  return { place, role, score: 0.93, alternatives: [], mentions: [mention, { ...mention, role, cue: { start: 4, end: 9, phrase: 'هدنة', rule: `${role}: held in` } }] };
}

const topicTag = (topic: Topic): TopicTag => ({
  topic, score: 0.9, evidence: [{ field: 'title', start: 10, end: 15, phrase: 'هدنة', rule: 'هدنة' }, { field: 'text', start: 20, end: 27, phrase: 'مفاوضات', rule: 'مفاوضات' }],
});

/** @param end when the last day is broken off: what the generator makes for later is not there yet. @param total how many there are in the twelve months before, some of the last day left out */
export function createWorld(end: Date, total: number): World {
  const random = seeded(20261124);
  const { countries, towns, all } = makePlaces();
  const topics = makeTopics();
  const vocabulary = makeVocabulary(random);
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const pickCountry = zipf(countries.length, 1);
  const pickTown = zipf(80, 1);
  const pickTopic = zipf(topics.length, 0.8);
  const pickWord = zipf(VOCABULARY, 1.05);
  const pickPublisher = zipf(200, 0.9);
  const hours = BY_HOUR.flatMap((weight, hour) => Array.from({ length: weight }, () => hour));

  function time(n: number): Date {
    // in the order of publication, but for the hours of its day
    const day = Math.floor((n / total) * DAYS);
    const start = Math.floor(end.getTime() / DAY) * DAY - (DAYS - 1 - day) * DAY;
    const at = start + (hours[Math.floor(random() * hours.length)] as number) * HOUR + Math.floor(random() * HOUR);
    const quiet = random() > (BY_WEEKDAY[new Date(start).getUTCDay()] as number);
    return new Date(quiet ? at - DAY : at);
  }

  function article(n: number): MadeArticle {
    const home = pickCountry(random());
    const named = new Map<string, Place>();
    const homeTowns = towns[home] as Place[];
    for (let k = 0; k < 1 + Math.floor(random() * 2); k += 1) {
      const town = homeTowns[pickTown(random())] as Place;
      named.set(town.id, town);
    }
    if (random() < 0.6) named.set((countries[home] as Place).id, countries[home] as Place);
    if (random() < 0.4) {
      const other = countries[pickCountry(random())] as Place;
      named.set(other.id, other);
    }
    const found = new Map<string, Topic>();
    for (let k = 0; k < 1 + Math.floor(random() * 2); k += 1) {
      for (let topic: Topic | undefined = topics[pickTopic(random())]; topic; topic = topic.parent === null ? undefined : byId.get(topic.parent)) found.set(topic.id, topic);
    }
    const words = Array.from({ length: 30 + Math.floor(random() * 30) }, () => pickWord(random()));
    const written = words.map((word) => vocabulary[word] as string);
    let at = random();
    const lang = LANGS.find(([, share]) => (at -= share) < 0)?.[0] ?? null;
    return {
      title: `${written.slice(0, 8).join(' ')} ${n}`, text: written.slice(8).join(' ').slice(0, 400), lang, publisher: pickPublisher(random()), publishedAt: time(n),
      places: [...named.values()].map((place) => placeTag(place, ROLES[Math.floor(random() * ROLES.length)] as PlaceRole)),
      topics: [...found.values()].map((topic) => topicTag(topic)), words: [...new Set(words)],
    };
  }
  return { places: all, topics, publishers: 200, vocabulary, article };
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
