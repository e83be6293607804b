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
    ['plain ASCII', encode('<rss>Astana</rss>', 'utf-8'), null, 'utf-8', 'Astana'],
    ['nothing', new Uint8Array(), null, 'utf-8', ''],
  ])('%s', (_, bytes, contentType, encoding, text) => {
    const decoded = decode(bytes, contentType);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(text);
  });
});
