import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a hub behaves; what is left out is as it should be. */
export interface HubManners {
  /** the lease that it grants, whatever is asked for; null: it says nothing of one */
  leaseSeconds?: number | null;
  /** answers requests with this instead of taking them */
  refuse?: { status: number; words: string };
  /** answers requests with a redirect to another path of its own, which takes them */
  redirect?: number;
  /** says that it won't, for this reason */
  deny?: string;
  /** takes requests and then does nothing */
  verifies?: boolean;
  /** verifies a topic that nobody asked for */
  wrongTopic?: string;
  /** verifies before it answers the request, as some do */
  first?: boolean;
}

/** How one delivery is made. */
export interface DeliveryManners {
  method?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** signs with this instead of the secret that it was given; null: doesn't sign */
  secret?: string | null;
  contentType?: string;
}

/** What came of asking a subscriber. */
export interface Verification {
  mode: string;
  topic: string;
  /** the subscriber gave back the challenge */
  agreed: boolean;
  status: number;
}

export interface TestHub {
  url: string;
  /** for ALLOW_PRIVATE_FEEDS */
  hostPort: string;
  /** the forms that it was sent, in order */
  requests: Record<string, string>[];
  behave(manners: HubManners): void;
  /** the next verification, or denial, that nobody has waited for yet */
  verification(): Promise<Verification>;
  /** fans a document out to the topic's subscribers, whose answers' statuses it returns. One that answers 410 is let go */
  deliver(topic: string, document: string, manners?: DeliveryManners): Promise<number[]>;
  subscribers(topic: string): number;
  close(): Promise<void>;
}

interface Subscriber {
  topic: string;
  callback: string;
  secret: string | null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Verifications in the order of their coming, for whoever waits and whoever comes later. */
function createQueue<T>() {
  const come: T[] = [];
  const waiting: ((one: T) => void)[] = [];
  return {
    put(one: T) {
      const first = waiting.shift();
      if (first) first(one);
      else come.push(one);
    },
    take: () => new Promise<T>((resolve) => {
      const [first] = come.splice(0, 1);
      if (first === undefined) waiting.push(resolve);
      else resolve(first);
    }),
  };
}

const signed = (document: string, secret: string, method: string) => `${method}=${createHmac(method, secret).update(document).digest('hex')}`;

/** A WebSub hub on the loopback: takes subscriptions, verifies them, fans out with signatures, and can be told to misbehave. */
export async function createHub(): Promise<TestHub> {
  const requests: Record<string, string>[] = [];
  const subscribers = new Map<string, Subscriber>();
  const verifications = createQueue<Verification>();
  let manners: HubManners = {};

  async function verify(form: Record<string, string>): Promise<void> {
    const { 'hub.mode': mode = '', 'hub.topic': topic = '', 'hub.callback': callback = '', 'hub.secret': secret = null } = form;
    const challenge = `تحدٍّ-${randomUUID()}`;
    const asked = new URL(callback);
    const denied = manners.deny !== undefined;
    const lease = manners.leaseSeconds === undefined ? Number(form['hub.lease_seconds'] ?? 0) : manners.leaseSeconds;
    const query: Record<string, string> = denied
      ? { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': manners.deny ?? '' }
      : { 'hub.mode': mode, 'hub.topic': manners.wrongTopic ?? topic, 'hub.challenge': challenge, ...(lease === null ? {} : { 'hub.lease_seconds': String(lease) }) };
    for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, value);
    const response = await fetch(asked);
    const agreed = response.ok && (await response.text()) === challenge;
    if (agreed && mode === 'subscribe') subscribers.set(callback, { topic, callback, secret });
    if (agreed && mode === 'unsubscribe') subscribers.delete(callback);
    verifications.put({ mode: query['hub.mode'] ?? '', topic, agreed, status: response.status });
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    if (manners.redirect && request.url !== '/moved') return void response.writeHead(manners.redirect, { Location: '/moved' }).end();
    requests.push(form);
    if (manners.refuse) return void response.writeHead(manners.refuse.status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(manners.refuse.words);
    if (manners.first) await verify(form);
    response.writeHead(202).end();
    if (manners.verifies !== false && !manners.first) await verify(form);
  }

  async function send({ topic, callback, secret }: Subscriber, document: string, how: DeliveryManners): Promise<number> {
    const key = how.secret === undefined ? secret : how.secret;
    const response = await fetch(callback, {
      method: 'POST',
      body: document,
      headers: {
        'Content-Type': how.contentType ?? 'application/rss+xml; charset=utf-8',
        Link: `<${url}>; rel="hub", <${topic}>; rel="self"`,
        ...(key === null ? {} : { 'X-Hub-Signature': signed(document, key, how.method ?? 'sha256') }),
      },
    });
    if (response.status === 410) subscribers.delete(callback);
    return response.status;
  }

  const server = createServer((request, response) => void take(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const hostPort = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${hostPort}/`;
  const of = (topic: string) => [...subscribers.values()].filter((one) => one.topic === topic);
  return {
    url,
    hostPort,
    requests,
    behave: (how) => { manners = how; },
    verification: verifications.take,
    deliver: (topic, document, how = {}) => Promise.all(of(topic).map((one) => send(one, document, how))),
    subscribers: (topic) => of(topic).length,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
