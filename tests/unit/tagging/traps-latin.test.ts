import { describe, expect, it } from 'vitest';
import { placesOf } from './tagger-for-tests';

describe('words in Latin letters that are no place', () => {
  it.each([
    ['assad in ambassador', 'The ambassador spoke for an hour.'],
    ['Reading as a word', 'Reading books is good for you'],
    ['Nice as a word', 'Nice weather ahead'],
    ['Of as a word', 'Of all people, he won'],
    ['a month', 'In March and August it rained'],
    ['turkey, the bird', 'they ate turkey and beans'],
    ['china, the cups', 'the china broke'],
    ['jordan in small letters', 'jordan shoes'],
    ['Paris Hilton', 'Paris Hilton sang on stage'],
    ['Washington Post', 'The Washington Post reported it'],
    ['New York Times', 'the New York Times said'],
    ['Michael Jordan', 'Michael Jordan scored again'],
    ['George Washington', 'George Washington was the first'],
    ['a given name with a surname after it', 'Florence Nightingale was a nurse'],
    ['Islamic State of Iraq and Syria', 'Islamic State of Iraq and Syria claimed it'],
    ['Syrian Observatory', 'the Syrian Observatory for Human Rights said'],
    ['University of a city', 'a study by the University of Manchester'],
    ['a club', 'Manchester United won'],
    ['a treaty', 'under the Geneva Conventions'],
    ['a demonym', 'Russian jets took off'],
    ['us, the pronoun', 'it concerns us all'],
    ['in, no code of India', 'IN THE END it was over'],
    ['a surname', 'President Clinton met President Trump'],
  ])('%s', (_name, text) => expect(placesOf(text)).toEqual([]));
});

describe('places in Latin letters', () => {
  it.each([
    ['a capital', 'Protests spread in Damascus on Friday', ['Damascus -> 170654']],
    ['accents dropped', 'a fire in Sao Paulo', ['Sao Paulo -> 3448439']],
    ['accents kept', 'un incendie à São Paulo', ['São Paulo -> 3448439']],
    ['a name with hyphens', 'fighting near Deir ez-Zor', ['Deir ez-Zor -> 170794']],
    ['another spelling of it', 'fighting near Deir al-Zour', ['Deir al-Zour -> 170794']],
    ['US in capitals', 'troops of the US left', ['US -> US']],
    ['a country in English', 'elections in Turkey', ['Turkey -> TR']],
    ['the same in French', 'des élections en Turquie', ['Turquie -> TR']],
    ['the same in Turkish', 'Türkiye seçime gidiyor', ['Türkiye -> TR']],
    ['Aleppo in French', 'les combats à Alep', ['Alep -> 170063']],
    ['the West Bank', 'raids across the West Bank', ['West Bank -> 285153']],
    ['Eastern Ghouta', 'shelling of Eastern Ghouta', ['Eastern Ghouta -> eastern-ghouta']],
    ['the Strait of Hormuz', 'tankers in the Strait of Hormuz', ['Strait of Hormuz -> hormuz']],
    ['the Middle East', 'peace in the Middle East', ['Middle East -> middle-east']],
    ['Moscow in Russian, and a case of Syria', 'переговоры в Сирии. Москва', ['Москва -> 524901', 'Сирии -> SY']],
    ['Tripoli beside Libya', 'militias in Tripoli, capital of Libya', ['Libya -> LY', 'Tripoli -> 2210247']],
    ['Tripoli beside Lebanon', 'Lebanese troops deployed in Tripoli in northern Lebanon', ['Lebanon -> LB', 'Tripoli -> 266826']],
    ['a possessive', "Syria's war", ['Syria -> SY']],
  ])('%s', (_name, text, expected) => expect(placesOf(text).sort()).toEqual([...expected].sort()));
});
