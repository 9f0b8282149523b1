/** When a run takes its steps: so many a second, or in slices as fast as it goes, so that its worker hears the page between them. Knows no model and no message. */
export interface Clock {
  /** In milliseconds. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, and after the messages that wait. */
  readonly rest: (ms: number) => Promise<void>;
}

export interface Player {
  /** Steps a second at most; null is as fast as it goes. */
  setPace(stepsPerSecond: number | null): void;
  /** Ends what plays, or what waits to begin. → whether nothing took the turn since. */
  takeTurn(): () => boolean;
  /** `step`: whether another may follow. `between`: after each slice; whether the page is to see where the run is. */
  play(step: () => boolean, between: (isDue: boolean) => void): Promise<void>;
  /** The page has seen it. */
  wasSeen(): void;
}

/** Long enough that what lies between them costs little, short enough that a button answers at once. */
const sliceMs = 40;
const frameMs = 125;

export function createPlayer({ now, rest }: Clock): Player {
  let stepsPerSecond: number | null = null;
  /** Goes up with each play and pause, so that a loop knows that it is over. */
  let turn = 0;
  let seenAt = -Infinity;

  function takeTurn(): () => boolean {
    const own = ++turn;
    return () => turn === own;
  }

  return {
    setPace(pace) {
      stepsPerSecond = pace;
    },
    takeTurn,
    async play(step, between) {
      const isOn = takeTurn();
      while (isOn()) {
        const until = now() + sliceMs;
        do {
          if (!step()) return;
        } while (stepsPerSecond === null && now() < until);
        between(stepsPerSecond !== null || now() - seenAt >= frameMs);
        await rest(stepsPerSecond === null ? 0 : 1000 / stepsPerSecond);
      }
    },
    wasSeen() {
      seenAt = now();
    },
  };
}
