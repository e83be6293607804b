import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderError, prepareDataFolder } from '../../../server/replay/data-folder';

let root = '';
beforeEach(() => void (root = mkdtempSync(path.join(tmpdir(), 'marsad-replay-'))));
afterEach(() => rmSync(root, { recursive: true }));

describe('the data folder of a replay', () => {
  it('is made where there is none, or an empty one', () => {
    expect(prepareDataFolder(root)).toBe(path.join(root, 'replay-feeds.json'));
    expect(prepareDataFolder(path.join(root, 'جديد'))).toBe(path.join(root, 'جديد', 'replay-feeds.json'));
  });

  it('is known as one from the first moment, should the replay die there', () => {
    prepareDataFolder(root);
    expect(() => prepareDataFolder(root)).not.toThrow();
  });

  it('of an earlier replay is left as it is', () => {
    prepareDataFolder(root);
    writeFileSync(path.join(root, 'أرشيف'), 'x');
    prepareDataFolder(root);
    expect(existsSync(path.join(root, 'أرشيف'))).toBe(true);
  });

  it('that something else lives in is refused and left alone', () => {
    writeFileSync(path.join(root, 'أرشيف'), 'x');
    expect(() => prepareDataFolder(root)).toThrow(DataFolderError);
    expect(existsSync(path.join(root, 'replay-feeds.json'))).toBe(false);
  });
});
