import { describe, expect, test } from 'vitest';
import type { Hold } from '@/components/live/batch';
import { createLiveFeed } from '@/components/live/live-feed';
import type { FeedSocket } from '@/components/live/socket';
import { isLoading } from '@/components/live/state';
import type { SubscribeReply, SubscribeRequest } from '@/lib/events';
import { article, batch, PANEL, QUERY, snapshot, STATUS } from './live-fixtures';

type Answer = (error: Error | null, reply: SubscribeReply) => void;

/** The server's side of a socket, by hand: what was asked, and what it says. */
function fakeSocket() {
  const listeners = new Map<string, (value: never) => void>();
  const asked: { request: SubscribeRequest; answer: Answer }[] = [];
  const socket = {
    connected: false,
    on(name: string, listener: (value: never) => void) {
      listeners.set(name, listener);
      return socket;
    },
    off(name: string) {
      listeners.delete(name);
      return socket;
    },
    timeout: () => ({ emit: (_name: string, request: SubscribeRequest, answer: Answer) => asked.push({ request, answer }) }),
    connect: () => socket,
    disconnect: () => socket,
  };
  const say = (name: string, value?: unknown) => listeners.get(name)?.(value as never);
  return {
    socket: socket as unknown as FeedSocket,
    asked,
    say,
    open() {
      socket.connected = true;
      say('connect');
    },
    cut() {
      socket.connected = false;
      say('disconnect', 'transport close');
    },
    reply(answer: SubscribeReply) {
      asked.at(-1)?.answer(null, answer);
    },
    isListenedTo: () => listeners.size > 0,
  };
}

const since = (cursor: string, ...upserts: ReturnType<typeof article>[]): SubscribeReply =>
  ({ ok: true, kind: 'since', batch: batch(cursor, upserts), panel: PANEL, status: STATUS });

function setUp(hold: Hold = 'nothing') {
  const server = fakeSocket();
  const feed = createLiveFeed(QUERY, snapshot([article(1)]), { hold: () => hold, soon: (task) => task() });
  feed.connect(server.socket);
  const shown = () => feed.view().state.items.map(({ id }) => id);
  return { server, feed, shown, phase: () => feed.view().connection.phase };
}

describe('connecting', () => {
  test('asks for what came after the page was rendered, and is live with the reply', () => {
    const { server, shown, phase } = setUp();
    expect(phase()).toBe('connecting');
    server.open();
    expect(server.asked.map(({ request }) => request)).toEqual([{ filter: QUERY, cursor: '10' }]);
    expect(phase()).toBe('connecting');
    server.reply(since('12', article(2)));
    expect(shown()).toEqual(['1002', '1001']);
    expect(phase()).toBe('live');
  });

  test('a batch before the reply is shown at once, and asked for again should the reply never come', () => {
    const { server, feed, shown } = setUp();
    server.open();
    server.say('articles:changed', batch('15', [article(5)]));
    expect(shown()).toEqual(['1005', '1001']);
    server.cut();
    server.open();
    expect(server.asked.at(-1)?.request.cursor).toBe('10');
    server.reply(since('15', article(2), article(5)));
    expect(shown()).toEqual(['1005', '1002', '1001']);
    expect(feed.view().state.cursor).toBe('15');
  });

  test('twenty breaks while articles arrive lose none and double none', () => {
    const { server, shown } = setUp();
    const log = Array.from({ length: 60 }, (_, n) => article(n + 2));
    for (let n = 0; n < 20; n++) {
      server.open();
      const from = Number(server.asked.at(-1)?.request.cursor) - 10;
      const upTo = n * 3 + 1;
      server.reply(since(String(10 + upTo), ...log.slice(from, upTo)));
      server.say('articles:changed', batch(String(11 + upTo), log.slice(upTo, upTo + 1)));
      server.cut();
    }
    expect(shown()).toEqual([...log.slice(0, 59)].reverse().map(({ id }) => id).concat('1001'));
  });
});

describe('the badge', () => {
  test('tells a break, the way back and catching up apart', () => {
    const { server, phase } = setUp();
    server.open();
    server.reply(since('10'));
    server.cut();
    expect(phase()).toBe('reconnecting');
    server.open();
    expect(phase()).toBe('catching-up');
    server.reply(since('10'));
    expect(phase()).toBe('live');
  });

  test('gives up the promise after four failures, and recovers', () => {
    const { server, phase } = setUp();
    for (let n = 0; n < 3; n++) server.say('connect_error', new Error('refused'));
    expect(phase()).toBe('connecting');
    server.say('connect_error', new Error('refused'));
    expect(phase()).toBe('offline');
    server.open();
    server.reply(since('10'));
    expect(phase()).toBe('live');
  });

  test('says why the server refused', () => {
    const { server, feed } = setUp();
    server.open();
    server.reply({ ok: false, error: 'filter.q is too long' });
    expect(feed.view().connection).toMatchObject({ phase: 'offline', refusal: 'filter.q is too long' });
    feed.disconnect();
  });
});

describe('another filter', () => {
  const syria = { ...QUERY, region: ['SY'] };

  test('begins anew, keeps the old list until the reply, and drops what may belong to the old one', () => {
    const { server, feed, shown } = setUp();
    server.open();
    server.reply(since('10'));
    feed.choose(syria);
    expect(server.asked.at(-1)?.request).toEqual({ filter: syria, cursor: null });
    expect(isLoading(feed.view().state)).toBe(true);
    server.say('articles:changed', batch('13', [article(8)]));
    expect(shown()).toEqual(['1001']);
    server.reply({ ok: true, kind: 'snapshot', snapshot: snapshot([article(7)], { cursor: '12' }) });
    expect(shown()).toEqual(['1007']);
    expect(isLoading(feed.view().state)).toBe(false);
    expect(server.asked.at(-1)?.request).toEqual({ filter: syria, cursor: '12' });
  });

  test('asks once where nothing came in between', () => {
    const { server, feed } = setUp();
    server.open();
    server.reply(since('10'));
    feed.choose(syria);
    server.reply({ ok: true, kind: 'snapshot', snapshot: snapshot([], { cursor: '12' }) });
    expect(server.asked).toHaveLength(2);
  });

  test('chosen while the first is still being read wins, whichever reply comes first', () => {
    const { server, feed, shown } = setUp();
    server.open();
    server.reply(since('10'));
    feed.choose(syria);
    const slow = server.asked.at(-1);
    feed.choose({ ...QUERY, topic: ['sport'] });
    server.reply({ ok: true, kind: 'snapshot', snapshot: snapshot([article(3)]) });
    slow?.answer(null, { ok: true, kind: 'snapshot', snapshot: snapshot([article(4)]) });
    expect(shown()).toEqual(['1003']);
  });

  test('another window alone keeps the list and asks from the cursor', () => {
    const { server, feed, shown } = setUp();
    server.open();
    server.reply(since('10'));
    feed.choose({ ...QUERY, window: '7d' });
    expect(server.asked.at(-1)?.request).toEqual({ filter: { ...QUERY, window: '7d' }, cursor: '10' });
    server.reply({ ok: true, kind: 'since', batch: batch('10', []), panel: { ...PANEL, window: '7d', total: 9 }, status: STATUS });
    expect(shown()).toEqual(['1001']);
    expect(feed.view().state.panel.total).toBe(9);
    expect(isLoading(feed.view().state)).toBe(false);
  });
});

test('a panel that overtakes the reply is not lost', () => {
  const { server, feed } = setUp();
  server.open();
  server.say('panel:changed', { ...PANEL, cursor: '12', total: 4 });
  server.reply({ ok: true, kind: 'since', batch: batch('11', []), panel: { ...PANEL, total: 3 }, status: STATUS });
  expect(feed.view().state.panel.total).toBe(4);
});

test('a burst of batches is drawn once', () => {
  const server = fakeSocket();
  const tasks: (() => void)[] = [];
  const feed = createLiveFeed(QUERY, snapshot([article(1)]), { hold: () => 'nothing', soon: (task) => tasks.push(task) });
  let drawn = 0;
  feed.listen(() => drawn++);
  feed.connect(server.socket);
  server.open();
  server.reply(since('10'));
  for (const n of [2, 3, 4]) server.say('articles:changed', batch(String(10 + n), [article(n)]));
  expect(feed.view().state.items).toHaveLength(1);
  tasks.splice(0).forEach((task) => task());
  expect(feed.view().state.items).toHaveLength(4);
  expect(drawn).toBe(1);
  server.say('articles:changed', batch('15', [article(5)]));
  expect(tasks).toHaveLength(1);
});

test('after the end nobody listens', () => {
  const { server, feed } = setUp();
  server.open();
  feed.disconnect();
  expect(server.isListenedTo()).toBe(false);
});

test('what the reader chooses is drawn at once, before the next frame', () => {
  const feed = createLiveFeed(QUERY, snapshot([article(1)]), { hold: () => 'nothing', soon: () => undefined });
  feed.choose({ ...QUERY, topic: ['مفاوضات'] });
  expect(feed.view().state.wanted.topic).toEqual(['مفاوضات']);
});

test('what comes by itself is drawn at its own pace; what the reader does meanwhile brings it along', () => {
  const server = fakeSocket();
  const soon: (() => void)[] = [];
  const calmly: (() => void)[] = [];
  const feed = createLiveFeed(QUERY, snapshot([article(1)]), { hold: () => 'new', soon: (task) => soon.push(task), calmly: (task) => calmly.push(task) });
  feed.connect(server.socket);
  server.open();
  server.reply(since('10'));
  soon.splice(0).forEach((task) => task());
  server.say('articles:changed', batch('11', [article(2)]));
  server.say('articles:changed', batch('12', [article(3)]));
  expect([soon.length, calmly.length]).toEqual([0, 1]);
  feed.release();
  expect([soon.length, calmly.length]).toEqual([1, 1]);
  soon.splice(0).forEach((task) => task());
  expect(feed.view().state.items).toHaveLength(3);
  calmly.splice(0).forEach((task) => task());
  server.say('articles:changed', batch('13', [article(4)]));
  expect(calmly).toHaveLength(1);
});
