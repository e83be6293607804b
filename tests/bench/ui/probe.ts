/** A task of the main thread of over 50 ms. Times in milliseconds since the page was asked for. */
export interface Task {
  start: number;
  duration: number;
}

/** An event that someone brought about, from when it happened to the next frame; those of one press or key share the `interaction`. */
export interface Felt extends Task {
  name: string;
  interaction: number;
}

/** What a page was seen to do. */
export interface Findings {
  /** when the frame with the first article was over; null before */
  painted: number | null;
  /** when the badge first said that the page is live */
  live: number | null;
  largest: number;
  /** the sum of all shifts that nobody brought about */
  shift: number;
  tasks: Task[];
  felt: Felt[];
}

declare global {
  interface Window {
    __bench: Findings;
  }
}

type Entry = PerformanceEntry & { hadRecentInput?: boolean; value?: number; interactionId?: number };

/** Runs in the page, before anything of the page's own. */
export function probe(): void {
  const found: Findings = { painted: null, live: null, largest: 0, shift: 0, tasks: [], felt: [] };
  window.__bench = found;
  const observe = (type: string, take: (entry: Entry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  observe('largest-contentful-paint', ({ startTime }) => { found.largest = startTime; });
  observe('layout-shift', ({ hadRecentInput, value = 0 }) => { if (!hadRecentInput) found.shift += value; });
  observe('longtask', ({ startTime, duration }) => { found.tasks.push({ start: startTime, duration }); });
  observe('event', ({ name, startTime, duration, interactionId }) => {
    if (interactionId) found.felt.push({ name, start: startTime, duration, interaction: interactionId });
  });
  const look = () => {
    if (found.live === null && document.querySelector('[data-testid="connection"][data-state="live"]')) found.live = performance.now();
    // this frame draws it; once the next begins, it is on the screen
    if (found.painted === null && document.querySelector('[data-testid="feed"] article')) requestAnimationFrame(() => { found.painted ??= performance.now(); });
    if (found.live === null || found.painted === null) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
