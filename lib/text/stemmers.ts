import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';

export type Stemmer = (folded: string) => string;

/** Snowball's stemmers by ISO 639-1 code. They are given folded words, on both sides: what they lose by missing accents they lose alike. */
export const LATIN_STEMMERS: Readonly<Record<string, Stemmer>> = {
  da: danish, nl: dutch, en: english, fi: finnish, fr: french, de: german, hu: hungarian, id: indonesian, it: italian,
  no: norwegian, pt: portuguese, ro: romanian, es: spanish, sv: swedish, tr: turkish,
};
export const CYRILLIC_STEMMERS: Readonly<Record<string, Stemmer>> = { ru: russian };
