/** How much of an answer is looked at to say what it is. */
const LOOKED_AT = 20_000;
const SHOWN = 60;

/** What a page that came in a feed's place most likely is, by words that such pages have. The first that fits. */
const PAGES: readonly (readonly [string, RegExp])[] = [
  ['a page that asks whether you are human (captcha)', /captcha|cf-chl|challenge-platform|just a moment|are you (?:a )?(?:human|robot)|not a robot|checking your browser|ddos-guard|_Incapsula_|لست (?:برنامج )?روبوت|تحقق من أنك إنسان|التحقق من المتصفح/iu],
  ['a page that asks for consent to cookies', /consent\.(?:google|youtube|yahoo)|name="consent|cookie[- ]?consent|consent[- ]?(?:form|wall|page)|before you continue|accept (?:all )?cookies|الموافقة على ملفات تعريف الارتباط|ملفات تعريف الارتباط/iu],
  ['a login page', /type\s*=\s*["']?password|<title[^<>]*>[^<]*(?:log ?in|sign ?in|تسجيل الدخول)/iu],
  ['a page that says that access is denied', /<title[^<>]*>[^<]*(?:access denied|forbidden|blocked|403|ممنوع|محظور)/iu],
  ['a page that says that there is nothing here', /<title[^<>]*>[^<]*(?:not found|404|غير موجود)/iu],
  ['a page that says that the site is down', /<title[^<>]*>[^<]*(?:maintenance|unavailable|50[0234]|صيانة)/iu],
];

const FILES: readonly (readonly [string, readonly number[]])[] = [
  ['a gzip file that the server does not call one', [0x1f, 0x8b]],
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
  ['a zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
];

/** What bytes that are no text are, in words; null where they may be text. */
export function fileInWords(bytes: Uint8Array): string | null {
  const what = FILES.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0];
  return what === undefined ? null : `${what}, not a feed`;
}

/** An HTML document that isn't a feed, in words. */
export function pageInWords(html: string): string {
  const head = html.slice(0, LOOKED_AT);
  const what = PAGES.find(([, signs]) => signs.test(head))?.[0];
  const title = /<title[^<>]*>([^<]*)/iu.exec(head)?.[1]?.replace(/\s+/gu, ' ').trim();
  const named = title ? `, titled ${shown(title)}` : '';
  return what === undefined ? `an HTML page, not a feed${named}` : `${what}, not a feed${named}`;
}

/** JSON that isn't a feed, in words. */
export function jsonInWords(json: unknown): string {
  const message = errorIn(json);
  return message === null ? 'JSON, but no JSON Feed: it has no list of items' : `JSON that tells of an error, not a feed: ${shown(message)}`;
}

function errorIn(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  for (const name of ['error', 'errors', 'message', 'detail', 'error_description']) {
    const value: unknown = Reflect.get(json, name);
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'object' && value !== null) return errorIn(value) ?? JSON.stringify(value);
  }
  return null;
}

/** Text of no kind that is known, in words. */
export function textInWords(text: string): string {
  return `neither XML nor JSON: it begins with ${shown(text)}`;
}

/** The beginning of a text, on one line and in quotes. */
export function shown(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return JSON.stringify(line.length > SHOWN ? `${line.slice(0, SHOWN).replace(/\p{Cs}$/u, '')}…` : line);
}
