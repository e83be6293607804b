/** A name in the two languages of the interface. `ar` is null where no Arabic name is known. */
export interface Label {
  en: string;
  ar: string | null;
}
