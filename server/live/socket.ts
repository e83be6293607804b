import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { checkSeriesQuery } from '../../lib/api-query';
import type { ClientEvents, SeriesReply, ServerEvents, SubscribeReply } from '../../lib/events';
import { filterQuerySchema } from '../../lib/filter-query';
import type { SeriesChange } from '../../lib/series-change';
import type { Live, Sender } from './live';
import type { LiveSeries } from './live-series';

/** What is remembered of a connection. `series`: ids of those it follows, and how many it is being taken into. */
interface Reader {
  room?: string;
  asked?: number[];
  series?: Set<string>;
  joining?: number;
}

type LiveServer = Server<ClientEvents, ServerEvents, Record<string, never>, Reader>;
type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, Reader>;

const subscribeSchema = z.object({
  filter: filterQuerySchema,
  cursor: z.string().regex(/^[0-9]{1,18}$/u, 'is no cursor').nullable(),
});

/** Readers of the Sources page. No filter makes a room of this name. */
const SOURCES_ROOM = 'sources';
const MAX_MESSAGE_BYTES = 16_384;
const MAX_ASKED = 30;
const ASKED_WITHIN_MS = 10_000;
/** as many charts as a page may show */
const MOST_SERIES = 16;

const TOO_OFTEN = 'too many requests: wait a few seconds';
const NO_DATABASE = 'the server could not read its database: try again';

export interface SocketServer {
  send: Sender;
  sendSeries(id: string, change: SeriesChange): void;
  serve(live: Live, series: LiveSeries): void;
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
  if (asksTooOften(socket, Date.now())) return { ok: false, error: TOO_OFTEN };
  const parsed = subscribeSchema.safeParse(request);
  if (!parsed.success) {
    return { ok: false, error: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ') };
  }
  return live.subscribe(parsed.data, {
    join(room) {
      if (socket.data.room && socket.data.room !== room) void socket.leave(socket.data.room);
      socket.data.room = room;
      void socket.join(room);
    },
    behind: (articles) => socket.emit('feed:behind', articles),
  });
}

/** Takes the reader in and answers, or says why not. A connection that ended meanwhile is taken out again. */
async function followSeries(socket: LiveSocket, series: LiveSeries, question: unknown, reply: (answer: SeriesReply) => void): Promise<void> {
  const refuse = (error: string, temporary: boolean) => reply({ ok: false, error, temporary });
  const mine = (socket.data.series ??= new Set());
  const joining = socket.data.joining ?? 0;
  if (asksTooOften(socket, Date.now())) return refuse(TOO_OFTEN, true);
  if (mine.size + joining >= MOST_SERIES) return refuse(`more than ${MOST_SERIES} series at once: unsubscribe from some`, false);
  const parsed = checkSeriesQuery(question);
  if (!parsed.ok) return refuse(parsed.problems.join('; '), false);
  socket.data.joining = joining + 1;
  try {
    const problem = await series.follow(parsed.query, (id, answer) => {
      // followed twice by one connection it still counts once
      if (mine.has(id) || !socket.connected) series.unfollow(id);
      else {
        mine.add(id);
        void socket.join(id);
      }
      reply({ ok: true, id, answer });
    });
    if (problem !== null) refuse(problem, false);
  } finally {
    socket.data.joining -= 1;
  }
}

function leaveSeries(socket: LiveSocket, series: LiveSeries, id: string): void {
  if (!socket.data.series?.delete(id)) return;
  void socket.leave(id);
  series.unfollow(id);
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
    sendSeries: (id, change) => io.to(id).emit('series:changed', id, change),
    serve(live, series) {
      io.of('/').adapter.on('delete-room', (room: string) => live.leave(room));
      io.on('connection', (socket) => {
        socket.on('sources:watch', (reply) => {
          if (typeof reply !== 'function' || asksTooOften(socket, Date.now())) return;
          void socket.join(SOURCES_ROOM);
          reply();
        });
        socket.on('series:subscribe', (question, reply) => {
          if (typeof reply !== 'function') return;
          followSeries(socket, series, question, reply).catch((error: unknown) => {
            onError(error);
            reply({ ok: false, error: NO_DATABASE, temporary: true });
          });
        });
        socket.on('series:unsubscribe', (id) => leaveSeries(socket, series, id));
        socket.on('disconnect', () => {
          for (const id of [...(socket.data.series ?? [])]) leaveSeries(socket, series, id);
        });
        socket.on('feed:subscribe', (request, reply) => {
          if (typeof reply !== 'function') return;
          answer(socket, live, request).then(reply, (error: unknown) => {
            onError(error);
            reply({ ok: false, error: NO_DATABASE });
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
