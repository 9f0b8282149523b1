/**
 * What a run can go back to: a copy after every epoch, and once there are too many, after every second, every fourth and so on. So a phone
 * holds a long run too.
 */
export interface KeptEpochs<Value> {
  /** Ascending. */
  readonly epochs: readonly number[];
  /** Keeps it, if this epoch is one of those that are kept. */
  add(epoch: number, value: Value): void;
  get(epoch: number): Value | undefined;
  /** For a run that went back to that epoch. */
  forgetAfter(epoch: number): void;
}

export function createKeptEpochs<Value>(most: number): KeptEpochs<Value> {
  const kept = new Map<number, Value>();
  let stride = 1;
  return {
    get epochs() {
      return [...kept.keys()];
    },
    add(epoch, value) {
      if (epoch % stride !== 0) return;
      kept.set(epoch, value);
      if (kept.size <= most) return;
      stride *= 2;
      for (const each of kept.keys()) if (each % stride !== 0) kept.delete(each);
    },
    get: (epoch) => kept.get(epoch),
    forgetAfter(epoch) {
      for (const each of kept.keys()) if (each > epoch) kept.delete(each);
    },
  };
}
