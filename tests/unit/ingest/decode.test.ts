import { describe, expect, it } from 'vitest';
import { decode } from '../../../server/ingest/stages/decode';

const ARABIC = 'واصلت الوفود المشاركة في مفاوضات أستانة اجتماعاتها، وقال المتحدث إن الدول الضامنة بحثت مناطق خفض التصعيد في إدلب والغوطة الشرقية';
const TABLES = new Map(['windows-1256', 'iso-8859-6', 'windows-1252', 'windows-1251', 'iso-8859-9'].map((name) => [name, tableOf(name)]));

/** Character -> byte, by asking the decoder. */
function tableOf(name: string): Map<string, number> {
  const decoder = new TextDecoder(name);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) return utf16(text, encoding.endsWith('be'));
  return Uint8Array.from(text, (character) => TABLES.get(encoding)?.get(character) ?? 0x3f);
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const characters = [...text];
  const view = new DataView(new ArrayBuffer(characters.length * 4));
  characters.forEach((character, i) => view.setUint32(i * 4, character.codePointAt(0) ?? 0, littleEndian));
  return new Uint8Array(view.buffer);
}

const declared = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?><rss><title>${text}</title></rss>`;
const concat = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('decode', () => {
  it.each([
    ['UTF-8 that says so', encode(declared('UTF-8', ARABIC), 'utf-8'), null, 'utf-8', ARABIC],
    ['UTF-8 with its mark', concat(Uint8Array.of(0xef, 0xbb, 0xbf), encode(ARABIC, 'utf-8')), null, 'utf-8', ARABIC],
    ['the mark goes before the header', concat(Uint8Array.of(0xef, 0xbb, 0xbf), encode(ARABIC, 'utf-8')), 'text/xml; charset=windows-1256', 'utf-8', ARABIC],
    ['UTF-16 little-endian with its mark', concat(Uint8Array.of(0xff, 0xfe), encode(ARABIC, 'utf-16le')), null, 'utf-16le', ARABIC],
    ['UTF-16 big-endian with its mark', concat(Uint8Array.of(0xfe, 0xff), encode(ARABIC, 'utf-16be')), null, 'utf-16be', ARABIC],
    ['UTF-16 without a mark', encode(declared('UTF-16', ARABIC), 'utf-16le'), null, 'utf-16le', ARABIC],
    ['UTF-16 big-endian without a mark', encode(declared('UTF-16', ARABIC), 'utf-16be'), null, 'utf-16be', ARABIC],
    ['windows-1256 by header', encode(ARABIC, 'windows-1256'), 'text/xml; charset="windows-1256"', 'windows-1256', ARABIC],
    ['windows-1256 by declaration', encode(declared('windows-1256', ARABIC), 'windows-1256'), 'application/rss+xml', 'windows-1256', ARABIC],
    ['iso-8859-6 by declaration', encode(declared('ISO-8859-6', ARABIC), 'iso-8859-6'), null, 'iso-8859-6', ARABIC.replace('،', '،')],
    ['windows-1256 undeclared', encode(`<rss>${ARABIC}</rss>`, 'windows-1256'), null, 'windows-1256', ARABIC],
    ['iso-8859-6 undeclared', encode(`<rss>${ARABIC}</rss>`, 'iso-8859-6'), null, 'iso-8859-6', ARABIC],
    ['windows-1256 that calls itself UTF-8', encode(declared('UTF-8', ARABIC), 'windows-1256'), 'text/xml; charset=utf-8', 'windows-1256', ARABIC],
    ['windows-1256 that calls itself iso-8859-1', encode(declared('ISO-8859-1', ARABIC), 'windows-1256'), null, 'windows-1256', ARABIC],
    ['UTF-8 that calls itself windows-1256', encode(declared('windows-1256', ARABIC), 'utf-8'), null, 'utf-8', ARABIC],
    ['UTF-8 that calls itself iso-8859-1 in the header', encode(ARABIC, 'utf-8'), 'text/xml; charset=iso-8859-1', 'utf-8', ARABIC],
    ['header and declaration disagree: the header', encode(declared('windows-1251', ARABIC), 'windows-1256'), 'text/xml; charset=windows-1256', 'windows-1256', ARABIC],
    ['an encoding that nobody knows', encode(declared('klingon', ARABIC), 'utf-8'), 'text/xml; charset=klingon', 'utf-8', ARABIC],
    ['French as it says', encode(declared('ISO-8859-1', 'Les négociations ont été prolongées à Genève après la réunion'), 'windows-1252'), null, 'windows-1252', 'Les négociations ont été prolongées à Genève'],
    ['Russian as it says', encode(declared('windows-1251', 'Переговоры в Астане продолжаются'), 'windows-1251'), null, 'windows-1251', 'Переговоры в Астане'],
    ['Turkish as it says', encode(declared('iso-8859-9', 'Görüşmeler Ankara’da sürüyor, İdlib gündemde'), 'iso-8859-9'), null, 'windows-1254', 'Görüşmeler Ankara'],
    ['UTF-8 of which a byte was cut off', encode(declared('UTF-8', ARABIC), 'utf-8').subarray(0, -16), null, 'utf-8', ARABIC.slice(0, -1)],
    ['UTF-8 with a stray byte of windows-1252', concat(encode(declared('UTF-8', ARABIC), 'utf-8'), Uint8Array.of(0x93, 0x20)), null, 'utf-8', ARABIC],
    ['iso-8859-6 that calls itself windows-1256', encode(declared('windows-1256', ARABIC), 'iso-8859-6'), null, 'iso-8859-6', ARABIC],
    ['a name that is none of WHATWG’s', encode(declared('win-1256', 'خبر'), 'windows-1256'), null, 'windows-1256', 'خبر'],
    ['UTF-8 by a name of databases', encode(ARABIC, 'utf-8'), 'text/xml; charset=utf8mb4', 'utf-8', ARABIC],
    ['UTF-16 that begins with a blank line', encode(`\n${declared('UTF-16', ARABIC)}`, 'utf-16le'), null, 'utf-16le', ARABIC],
    ['UTF-32 little-endian with its mark', utf32(`\ufeff<rss>${ARABIC}😀`, true), null, 'utf-32le', `${ARABIC}😀`],
    ['UTF-32 big-endian without a mark', utf32(`<rss>${ARABIC}😀`, false), null, 'utf-32be', `${ARABIC}😀`],
    ['windows-1252, and not only its part of ISO-8859-1', Uint8Array.of(0x3c, 0x61, 0x3e, 0x63, 0x92, 0x93, 0xe9, 0x74, 0xe9, 0x94), 'text/xml; charset=iso-8859-1', 'windows-1252', 'c’“été”'],
    ['plain ASCII', encode('<rss>Astana</rss>', 'utf-8'), null, 'utf-8', 'Astana'],
    ['nothing', new Uint8Array(), null, 'utf-8', ''],
  ])('%s', (_, bytes, contentType, encoding, text) => {
    const decoded = decode(bytes, contentType);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(text);
  });
});
