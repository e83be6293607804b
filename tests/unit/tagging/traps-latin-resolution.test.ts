import { describe, expect, it } from 'vitest';
import { tag } from './tagger-for-tests';

/** Where the text's `phrase` is: `US.TX`, `LB`; null where it is no place. */
function whereIs(phrase: string, text: string, feedCountry: string | null = null): string | null {
  const found = tag({ title: '', text, lang: null, feedCountry }).places.find(({ mentions }) => mentions.some((one) => one.phrase === phrase));
  if (!found) return null;
  const { country, admin1, kind } = found.place;
  return kind === 'country' || !admin1 ? country : `${country}.${admin1.code}`;
}

describe('one name, several places', () => {
  it.each([
    ['Paris, Texas', 'Paris', 'A fire in Paris, Texas, destroyed a barn.', 'US.TX'],
    ['Paris alone', 'Paris', 'Ministers met in Paris on Monday.', 'FR.11'],
    ['the town of one mention is that of all', 'Paris', 'PARIS, Texas — Rain fell. Paris schools closed.', 'US.TX'],
    ['London, Ontario', 'London', 'police in London, Ontario, said', 'CA.08'],
    ['London, Ont.', 'London', 'police in London, Ont., said', 'CA.08'],
    ['London alone', 'London', 'police in London said', 'GB.ENG'],
    ['Birmingham, Ala.', 'Birmingham', 'a church in Birmingham, Ala., burned', 'US.AL'],
    ['Birmingham alone', 'Birmingham', 'a mosque in Birmingham, England', 'GB.ENG'],
    ['Cambridge, Mass.', 'Cambridge', 'a laboratory in Cambridge, Mass., closed', 'US.MA'],
    ['Springfield, Ill.', 'Springfield', 'lawmakers in Springfield, Ill., voted', 'US.IL'],
    ['Springfield, Missouri', 'Springfield', 'a storm in Springfield, Missouri', 'US.MO'],
    ['Portland, Maine', 'Portland', 'the port of Portland, Maine', 'US.ME'],
    ['Portland, OR', 'Portland', 'write to Portland, OR 97201', 'US.OR'],
    ['Columbus, Ga.', 'Columbus', 'a trial in Columbus, Ga., began', 'US.GA'],
    ['Richmond, Va.', 'Richmond', 'RICHMOND, Va. — A train stopped in Richmond, Va.', 'US.VA'],
    ['Moscow, Idaho', 'Moscow', 'students in Moscow, Idaho, mourned', 'US.ID'],
    ['Moscow alone', 'Moscow', 'officials in Moscow denied it', 'RU.48'],
    ['Lebanon, Pa.', 'Lebanon', 'a factory in Lebanon, Pa., closed', 'US.PA'],
    ['Lebanon, the country', 'Lebanon', 'a ceasefire in Lebanon held', 'LB'],
    ['Athens, Ga.', 'Athens', 'a band from Athens, Ga.', 'US.GA'],
    ['Athens, the capital', 'Athens', 'protests in Athens', 'GR.ESYE31'],
    ['Georgia among American states', 'Georgia', 'Voters in Georgia, Alabama and Florida went to the polls.', 'US.GA'],
    ['Georgia beside Atlanta', 'Georgia', 'Atlanta lawmakers want Georgia to pay. Savannah and Macon, Georgia, agree.', 'US.GA'],
    ['Georgia beside Tbilisi', 'Georgia', 'Tbilisi protesters say Georgia turned to Russia.', 'GE'],
    ['Tripoli, Lebanon', 'Tripoli', 'clashes in Tripoli, Lebanon', 'LB.09'],
    ['Alexandria, Va.', 'Alexandria', 'a court in Alexandria, Va., ruled', 'US.VA'],
    ['Alexandria, Egypt', 'Alexandria', 'the port of Alexandria, Egypt', 'EG.06'],
    ['Santiago in Chile', 'Santiago', 'protests in Santiago, Chile', 'CL.12'],
    ['Valencia in Spain', 'Valencia', 'floods in Valencia, Spain', 'ES.60'],
    ['Valencia in Venezuela', 'Valencia', 'a prison in Valencia, Venezuela', 'VE.07'],
    ['San José of Costa Rica', 'San José', 'a summit in San José, Costa Rica', 'CR.08'],
    ['San Jose, Calif.', 'San Jose', 'a company in San Jose, Calif.', 'US.CA'],
    ['Córdoba in Argentina', 'Córdoba', 'a strike in Córdoba, Argentina', 'AR.05'],
    ['Córdoba in Spain', 'Córdoba', 'the mosque of Córdoba, Spain', 'ES.51'],
    ['Niger is not Nigeria', 'Niger', 'a coup in Niger', 'NE'],
    ['Nigeria', 'Nigeria', 'an election in Nigeria', 'NG'],
    ['Dominica is not its neighbour', 'Dominica', 'a storm over Dominica', 'DM'],
    ['the Dominican Republic', 'Dominican Republic', 'tourists in the Dominican Republic', 'DO'],
    ['Hamilton, Ontario', 'Hamilton', 'a steel mill in Hamilton, Ontario', 'CA.08'],
    ['Wellington alone', 'Wellington', 'parliament in Wellington, New Zealand', 'NZ.G2'],
    ['Victoria among Australian states', 'Victoria', 'Cases rose in New South Wales, Queensland and Victoria.', 'AU.07'],
    ['Washington, the state', 'Washington', 'a forest fire in Spokane, Washington', 'US.WA'],
    ['states in a row are no towns', 'California', 'in Nevada, California, Pennsylvania and Ohio', 'US.CA'],
    ['countries in a row are no towns', 'China', 'trade with China, Japan and Korea', 'CN'],
    ['a feed from Canada', 'Canada', 'the government of Canada', 'CA'],
  ])('%s', (_name, phrase, text, where) => expect(whereIs(phrase, text)).toBe(where));

  it('keeps what else it may be', () => {
    const [place] = tag({ title: '', text: 'officials in Birmingham said', lang: null }).places;
    expect(place?.place.country).toBe('GB');
    expect(place?.alternatives.map(({ country }) => country)).toContain('US');
  });
});

describe('places in other languages', () => {
  it.each([
    ['French, with à', 'Marseille', 'un incendie à Marseille', 'FR.93'],
    ['French, elided', 'Égypte', "le président de l'Égypte", 'EG'],
    ['French: une ville', 'Lyon', 'la ville de Lyon', 'FR.84'],
    ['Spanish', 'Bogotá', 'protestas en Bogotá, Colombia', 'CO.34'],
    ['Spanish country', 'España', 'elecciones en España', 'ES'],
    ['Portuguese', 'Lisboa', 'um protesto em Lisboa', 'PT.14'],
    ['German', 'München', 'ein Brand in München', 'DE.02'],
    ['German country', 'Deutschland', 'die Wahl in Deutschland', 'DE'],
    ['Italian', 'Milano', 'una manifestazione a Milano', 'IT.09'],
    ['Turkish, with an ending', 'İstanbul', "İstanbul'da deprem oldu", 'TR.34'],
    ['Turkish, of a country', 'Suriye', "Suriye'de çatışmalar", 'SY'],
    ['Turkish, of a city abroad', 'Halep', "Halep'te saldırı", 'SY.09'],
    ['Russian, in its base form', 'Москва', 'Сирия и Москва договорились', 'RU.48'],
    ['Russian, in the prepositional', 'Москве', 'митинг в Москве', 'RU.48'],
    ['Russian, in the genitive', 'Сирии', 'войска ушли из Сирии', 'SY'],
    ['Russian, in the instrumental', 'Дамаском', 'бои под Дамаском', 'SY.13'],
    ['Ukrainian city in Russian', 'Киев', 'взрывы: Киев обстрелян', 'UA.12'],
    ['Hebrew', 'ישראל', 'ממשלת ישראל התכנסה', 'IL'],
    ['Chinese', '北京', '北京发生地震', 'CN.22'],
    ['Japanese', '東京', '東京で地震がありました', 'JP.40'],
    ['Persian', 'تهران', 'زلزله در تهران', 'IR.26'],
  ])('%s', (_name, phrase, text, where) => expect(whereIs(phrase, text)).toBe(where));
});

describe('a city or the province of its name', () => {
  it.each<[name: string, text: string, kinds: string[]]>([
    ['Homs', 'Fighting spread across Homs province on Monday.', ['admin1']],
    ['Homs', 'Shells fell on Homs on Monday.', ['city']],
    ['Homs', 'The governor of Homs province went back to Homs on Monday.', ['admin1', 'city']],
    ['Idlib', 'Strikes hit Idlib governorate overnight.', ['admin1']],
    ['Idlib', 'Strikes hit the southern Idlib countryside.', ['admin1']],
    ['Aleppo', "Strikes hit Aleppo's western countryside.", ['admin1']],
    ['Hama', 'People fled the countryside of Hama.', ['admin1']],
    ['Aleppo', 'Roads in Idlib, Aleppo and Hama provinces were cut.', ['admin1']],
    ['Idlib', "Des raids ont visé la province d'Idlib.", ['admin1']],
    ['Idlib', "Des raids ont visé la ville d'Idlib.", ['city']],
    ['Homs', 'Le gouvernorat de Homs reste calme.', ['admin1']],
    ['Alep', "Des raids ont visé la province syrienne d'Alep.", ['admin1']],
    ['Alep', "La région d'Alep reste calme.", ['admin1']],
    ['حمص', 'توسع القتال في محافظة حمص وريف حماة', ['admin1']],
  ])('%s: %s', (name, text, kinds) => {
    const found = tag({ title: '', text, lang: null }).places.filter(({ mentions }) => mentions.some(({ phrase }) => phrase === name));
    expect(found.map(({ place }) => place.kind).sort()).toEqual(kinds);
  });

  it('words before "province" still say what the article is about', () => {
    expect(tag({ title: 'Bombing Idlib province', text: '', lang: 'en' }).topics.map(({ topic }) => topic.id)).toContain('conflict');
  });
});
