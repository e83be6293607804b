const ARABIC = /^[\u0621-\u06ff]/;

/** Whether a folded word or name is written in Arabic letters, those of Persian and Urdu among them. */
export const isArabic = (folded: string): boolean => ARABIC.test(folded);
