import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '../../../server/replay/read-stream';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'marsad-stream-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (id: string, at: string, title = 'خبر') =>
  JSON.stringify({ id, source: 'الصفا', title, text: 'نص', url: 'http://assafa.example/1', dateExtracted: `2016-05-04 ${at}` });
const write = (name: string, bytes: string | Buffer) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
async function read(file: string, limit = Infinity) {
  const complaints: string[] = [];
  const { records, broken } = await readStream(file, limit, (number, problem) => complaints.push(`${number}: ${problem}`));
  return { ids: records.map((record) => record.id), titles: records.map((record) => record.title), broken, complaints };
}

describe('readStream', () => {
  const text = [line('ب', '08:00:00'), '', 'هراء', line('أ', '07:00:00'), line('ب', '09:00:00')].join('\r\n');

  it.each([['plain', 'a.jsonl', Buffer.from(text)], ['gzipped', 'a.jsonl.gz', gzipSync(text)]])(
    'goes on after broken lines, names them, and orders by time: %s', async (_name, name, bytes) => {
      expect(await read(write(name, bytes))).toMatchObject({
        ids: ['أ', 'ب'], broken: 2, complaints: ['3: is no JSON', '5: id "ب" is that of line 1 too'],
      });
    },
  );

  // One of the two puts a letter's bytes on both sides of every chunk's end, whatever the chunks' size.
  it.each(['', 'x'])('puts together an Arabic letter that two chunks share: after "%s"', async (before) => {
    const title = before + 'م'.repeat(100_001);
    expect((await read(write('long.jsonl', `${line('أ', '07:00:00', title)}\n`))).titles).toEqual([title]);
  });

  it('names a line that is no UTF-8, and skips a byte order mark', async () => {
    const bytes = Buffer.concat([Buffer.from(`\ufeff${line('أ', '07:00:00')}\n`), Buffer.from([0xc8, 0xc7, 0x0a])]);
    expect(await read(write('1256.jsonl', bytes))).toMatchObject({ ids: ['أ'], complaints: ['2: is no UTF-8'] });
  });

  it('stops at the limit', async () => {
    expect(await read(write('two.jsonl', `${line('أ', '07:00:00')}\n${line('ب', '08:00:00')}\nهراء`), 1)).toMatchObject({ ids: ['أ'], broken: 0 });
  });

  it('fails where the file is not there, or its gzip is cut short', async () => {
    await expect(read(path.join(folder, 'none.jsonl'))).rejects.toThrow('ENOENT');
    await expect(read(path.join(folder, 'none.jsonl.gz'))).rejects.toThrow('ENOENT');
    await expect(read(write('cut.jsonl.gz', gzipSync(text).subarray(0, 60)))).rejects.toThrow('unexpected end of file');
  });
});
