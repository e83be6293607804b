import { describe, expect, it } from 'vitest';
import { placesOf } from './tagger-for-tests';

/** One name, several places: which one, and by what. */
describe('which place an Arabic name means', () => {
  it.each([
    ['Tripoli by the capital beside it', 'من طرابلس إلى بيروت', 'طرابلس -> 266826'],
    ['Tripoli by the Lebanese', 'قال الجيش اللبناني إن طرابلس هادئة', 'طرابلس -> 266826'],
    ['Tripoli by Benghazi', 'رحلات بين طرابلس وبنغازي', 'طرابلس -> 2210247'],
    ['Tripoli with nothing beside it', 'اشتباكات عنيفة في طرابلس', 'طرابلس -> 2210247'],
    ['Tripoli of the West', 'اشتباكات في طرابلس الغرب', 'طرابلس الغرب -> 2210247'],
    ['Amman by its word', 'أمطار على العاصمة عمان', 'عمان -> 250441'],
    ['Amman by the Jordanian', 'العاصمة الأردنية عمان', 'العاصمة الأردنية عمان -> 250441'],
    ['Oman by the sultanate', 'زار سلطنة عمان', 'سلطنة عمان -> OM'],
    ['Oman by Muscat', 'مسقط عاصمة عمان', 'عمان -> OM'],
    ['Oman among states', 'السعودية وعمان والكويت والبحرين', 'عمان -> OM'],
    ['Oman with its damma', 'في عُمان', 'عُمان -> OM'],
    ['Jafra by Libya', 'قصف قاعدة الجفرة في ليبيا', 'قاعدة الجفرة -> 2219944'],
    ['Mansoura by Egypt', 'في المنصورة بمصر', 'المنصورة -> 360761'],
    ['the city of Aleppo, not the province', 'قصف مدينة حلب', 'حلب -> 170063'],
    ['the province of Aleppo, not the city', 'قصف محافظة حلب', 'حلب -> 170062'],
    ['Sudan, not South Sudan', 'في السودان', 'السودان -> SD'],
    ['South Sudan, not Sudan', 'في جنوب السودان', 'جنوب السودان -> SS'],
    ['South Lebanon', 'في جنوب لبنان', 'جنوب لبنان -> south-lebanon'],
    ['North Sinai, the province', 'في شمال سيناء', 'شمال سيناء -> 349401'],
    ['Rif Dimashq, the province', 'في ريف دمشق', 'ريف دمشق -> 170652'],
    ['the Jazira of Syria', 'في الجزيرة السورية', 'الجزيرة السورية -> jazira-syria'],
    ['Tunisia the state', 'زار تونس والجزائر', 'تونس -> TN'],
    ['Kuwait the state', 'في الكويت', 'الكويت -> KW'],
    ['Georgia the state', 'بين روسيا وجورجيا', 'جورجيا -> GE'],
    ['Niger the state', 'انقلاب في النيجر', 'النيجر -> NE'],
    ['al-Hudaydah', 'ميناء الحديدة', 'الحديدة -> 79415'],
    ['al-Qamishli', 'في القامشلي', 'القامشلي -> 173377'],
    ['a village by its governorate', 'قرية الجفرة بمحافظة دير الزور', 'قرية الجفرة -> jafra-deir-ez-zor'],
    ['Najaf by a list', 'في كربلاء والنجف', 'النجف -> 98860'],
    ['Valencia, of Spain', 'في فالنسيا الإسبانية', 'فالنسيا -> 2509954'],
    ['the kingdom by the Moroccans', 'قال المغربي إن المملكة تستعد', 'المملكة -> MA'],
  ])('%s', (_name, text, place) => expect(placesOf(text)).toContain(place));
});
