import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDocuments, etagOf, feedOf, hashOf } from './documents';
import type { Mode } from './messages';

// One server for all feeds, in a process of its own: what it costs is not the ingest's. Documents are made once.
const documentOf = createDocuments(process.argv[2] ?? '.');
const made = new Map<number, { document: Buffer; etag: string }>();
let mode: Mode = 'tags';

function prepared(feed: number) {
  const known = made.get(feed);
  if (known) return known;
  const document = documentOf(feed);
  const fresh = { document, etag: etagOf(hashOf(document)) };
  made.set(feed, fresh);
  return fresh;
}

const server = createServer((request, response) => {
  const { document, etag } = prepared(feedOf(request.headers.host ?? ''));
  if (mode === 'tags' && request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
  response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', ...(mode === 'tags' ? { etag } : {}) }).end(document);
});
process.on('message', (wanted: Mode) => {
  mode = wanted;
  process.send?.('done');
});
process.on('disconnect', () => process.exit());
server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));
