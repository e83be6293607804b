import { untilThere } from '../ui/until-there';
import type { FeedSocket } from './socket';

/** A socket of its own that is not connected yet. Socket.IO comes in a chunk of its own: a page is readable before it is live. */
export async function openSocket(): Promise<FeedSocket> {
  const { io } = await untilThere(() => import('socket.io-client'));
  return io({ autoConnect: false, forceNew: true, transports: ['websocket', 'polling'], tryAllTransports: true, reconnectionDelay: 300, reconnectionDelayMax: 4000 });
}
