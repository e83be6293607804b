import { describe, expect, test } from 'vitest';
import { createTurns } from '../../../server/ingest/turns';
import { deferred } from '../../support/deferred';

/** Work that says when it began and ends when it is told to. */
function piece(name: string, log: string[]) {
  const end = deferred<string>();
  const work = () => {
    log.push(name);
    return end.promise;
  };
  return { work, end };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  test('no more at once than there are places, in the order of asking', async () => {
    const log: string[] = [];
    const inTurn = createTurns(2);
    const pieces = ['أول', 'ثان', 'ثالث', 'رابع'].map((name) => piece(name, log));
    const done = pieces.map(({ work }) => inTurn(work));
    await settled();
    expect(log).toEqual(['أول', 'ثان']);
    pieces[1]?.end.resolve('ok');
    await expect(done[1]).resolves.toBe('ok');
    await settled();
    expect(log).toEqual(['أول', 'ثان', 'ثالث']);
  });

  test('work that fails gives its place on, and its error back', async () => {
    const log: string[] = [];
    const inTurn = createTurns(1);
    const [bad, good] = [piece('bad', log), piece('good', log)];
    const failing = inTurn(bad.work);
    const next = inTurn(good.work);
    bad.end.reject(new Error('حدث خطأ'));
    await expect(failing).rejects.toThrow('حدث خطأ');
    good.end.resolve('ok');
    await expect(next).resolves.toBe('ok');
  });

  test('a signal given while it waits ends it unbegun, and costs nobody a place', async () => {
    const log: string[] = [];
    const inTurn = createTurns(1);
    const stopping = new AbortController();
    const [first, second, third] = ['first', 'second', 'third'].map((name) => piece(name, log));
    if (!first || !second || !third) throw new Error('three pieces');
    const done = inTurn(first.work);
    const waiting = inTurn(second.work, stopping.signal);
    stopping.abort(new DOMException('stopped', 'AbortError'));
    first.end.resolve('ok');
    await done;
    await expect(waiting).rejects.toThrow('stopped');
    third.end.resolve('ok');
    await expect(inTurn(third.work)).resolves.toBe('ok');
    expect(log).toEqual(['first', 'third']);
  });
});
