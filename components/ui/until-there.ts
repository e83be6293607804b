const AGAIN_MS = 2_000;

/**
 * What comes in a chunk of its own, asked for again until it comes. While the line is down it doesn't: that is no reason to lose the
 * page, whose badge tells of the break; the browser's console names what didn't come.
 */
export async function untilThere<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
    }
  }
}
