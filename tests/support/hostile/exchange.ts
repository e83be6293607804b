import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to the hostile server, and what there is to answer it with. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** http://host:port of the server */
  origin: string;
  feed: string;
  /** what an honest server would send */
  document: Buffer;
  /** between two drops of what drips */
  dripMs: number;
  retryAfterSeconds: number;
  /** to be called once a whole document that can be read has been sent */
  served(): void;
}

export type Misbehaviour = (exchange: Exchange) => void;

export const XML = 'application/rss+xml; charset=utf-8';

/** Writes again and again until the other side has had enough. */
export function keepWriting({ response, dripMs }: Exchange, write: () => void): void {
  const timer = setInterval(write, dripMs);
  response.on('close', () => clearInterval(timer));
  response.socket?.once('close', () => clearInterval(timer));
}

/** Writes as fast as the other side takes it, without end. */
export function flood({ response }: Exchange, piece: () => string | Buffer): void {
  const { socket } = response;
  if (!socket) return;
  const pour = () => {
    while (!socket.destroyed && socket.write(piece()));
    if (!socket.destroyed) socket.once('drain', pour);
  };
  pour();
}
