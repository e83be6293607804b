import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import type { ClientEvents, ServerEvents, SubscribeReply } from '../../lib/events';
import { filterQuerySchema } from '../../lib/filter-query';
import type { Live, Sender } from './live';

type LiveServer = Server<ClientEvents, ServerEvents, Record<string, never>, { room?: string; asked: number[] }>;
type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, { room?: string; asked: number[] }>;

const subscribeSchema = z.object({
  filter: filterQuerySchema,
  cursor: z.string().regex(/^[0-9]{1,18}$/u, 'is no cursor').nullable(),
});

/** Readers of the Sources page. No filter makes a room of this name. */
const SOURCES_ROOM = 'sources';
const MAX_MESSAGE_BYTES = 16_384;
const MAX_ASKED = 30;
const ASKED_WITHIN_MS = 10_000;

export interface SocketServer {
  send: Sender;
  serve(live: Live): void;
  /** ends the readers' connections, so that they connect again; the HTTP server is its owner's to close */
  close(): void;
}

export interface SocketGuard {
  /** decides on the request (Host and Origin): Socket.IO by itself takes any Origin */
  admit(request: IncomingMessage): boolean;
  /** what every answer carries */
  headers: Readonly<Record<string, string>>;
}

/** A reader changes its filter now and then; a loop that does nothing else is told to wait. */
function asksTooOften(socket: LiveSocket, now: number): boolean {
  socket.data.asked = [...(socket.data.asked ?? []).filter((at) => at > now - ASKED_WITHIN_MS), now];
  return socket.data.asked.length > MAX_ASKED;
}

async function answer(socket: LiveSocket, live: Live, request: unknown): Promise<SubscribeReply> {
  if (asksTooOften(socket, Date.now())) return { ok: false, error: 'too many requests: wait a few seconds' };
  const parsed = subscribeSchema.safeParse(request);
  if (!parsed.success) {
    return { ok: false, error: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ') };
  }
  return live.subscribe(parsed.data, (room) => {
    if (socket.data.room && socket.data.room !== room) void socket.leave(socket.data.room);
    socket.data.room = room;
    void socket.join(room);
  });
}

/**
 * Socket.IO on the given HTTP server. Rooms are named by filter and window; a reader is in one at a time.
 */
export function createSocketServer(http: HttpServer, { admit, headers }: SocketGuard, onError: (error: unknown) => void): SocketServer {
  const io: LiveServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    allowRequest: (request, done) => done(null, admit(request)),
  });
  // before it is decided on, so that a refusal carries them too
  io.engine.use((_request: IncomingMessage, response: ServerResponse, next: () => void) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    next();
  });
  return {
    send: {
      articles: (room, batch) => io.to(room).emit('articles:changed', batch),
      panel: (room, change) => io.to(room).emit('panel:changed', change),
      status: (status) => io.emit('status:changed', status),
      sources: () => io.to(SOURCES_ROOM).emit('sources:changed'),
    },
    serve(live) {
      io.of('/').adapter.on('delete-room', (room: string) => live.leave(room));
      io.on('connection', (socket) => {
        socket.on('sources:watch', (reply) => {
          if (typeof reply !== 'function' || asksTooOften(socket, Date.now())) return;
          void socket.join(SOURCES_ROOM);
          reply();
        });
        socket.on('feed:subscribe', (request, reply) => {
          if (typeof reply !== 'function') return;
          answer(socket, live, request).then(reply, (error: unknown) => {
            onError(error);
            reply({ ok: false, error: 'the server could not read its database: try again' });
          });
        });
      });
    },
    // io.close() would also wait for every connection of the HTTP server, a silent one too, and end none of them.
    close() {
      io.engine.close();
    },
  };
}
