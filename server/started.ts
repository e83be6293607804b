/** Something that runs until it is stopped. */
export interface Part {
  name: string;
  stop(): Promise<void>;
  /** where leaving it behind would leave a process of its own behind */
  stopAtOnce?(): Promise<void>;
}

export interface Started {
  add(part: Part): void;
  /** stops all in the opposite order. @returns whether each stopped without an error */
  stop(): Promise<boolean>;
  /** what `stop` has not done with yet, when there is no more time for it */
  stopAtOnce(): Promise<void>;
}

/** What has been started, in order. @param onError told of a part that failed to stop; the others are stopped all the same */
export function createStarted(onError: (error: unknown, name: string) => void): Started {
  const parts: Part[] = [];
  return {
    add: (part) => void parts.push(part),
    async stop() {
      let clean = true;
      for (let part = parts.at(-1); part; part = parts.at(-1)) {
        const { name } = part;
        await part.stop().catch((error: unknown) => {
          clean = false;
          onError(error, name);
        });
        // only now: what does not come to an end stays known
        parts.pop();
      }
      return clean;
    },
    async stopAtOnce() {
      for (const { name, stopAtOnce } of parts.toReversed()) {
        await stopAtOnce?.().catch((error: unknown) => onError(error, name));
      }
    },
  };
}
