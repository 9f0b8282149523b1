/** The program of the worker that trains a VAE, in Node: a session with a clock that stands still between steps. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type {
  EncoderTrainingSettings,
  FromEncoderTrainer,
  ToEncoderTrainer,
} from '../../../../../../src/engine/encoder-trainer-protocol.ts';
import { loadLearnedImages } from '../../../../../../src/engine/training/learned-images.ts';
import { createVaeRun } from '../../../../../../src/engine/training/vae/live-run.ts';
import { createVaeSession } from '../../../../../../src/engine/training/vae/session.ts';
import { makeStrokes } from '../../../../../../training/data/strokes.ts';

const numImages = 80;
const stepsPerEpoch = 3;
const settings: EncoderTrainingSettings = { data: 'strokes', codeDim: 2, divergenceWeight: 1, seed: 5 };

type Told<Type extends FromEncoderTrainer['type']> = Extract<FromEncoderTrainer, { readonly type: Type }>;

/** A session, what it said, and a way to let it play for so many rests. `tickMs`: each time that someone looks at the clock. */
function openSession(tickMs = 50) {
  const said: FromEncoderTrainer[] = [];
  let restsLeft = 0;
  let time = 0;
  const receive = createVaeSession({
    post: (message) => said.push(message),
    prepare: ({ settings: { data }, mnist }) =>
      loadLearnedImages({
        settings: { data, numImages },
        mnist,
        ownImages: [],
        signal: new AbortController().signal,
      }),
    now: () => (time += tickMs), // with 50, a slice is a step
    async rest() {
      if (--restsLeft === 0) await receive({ type: 'pause' });
    },
  });
  const all = <Type extends FromEncoderTrainer['type']>(type: Type): Told<Type>[] =>
    said.filter((message): message is Told<Type> => message.type === type);
  return {
    said,
    send: (message: ToEncoderTrainer) => receive(message),
    start: (changed: Partial<EncoderTrainingSettings> = {}) =>
      receive({ type: 'start', settings: { ...settings, ...changed }, mnist: undefined }),
    async play(numSteps: number) {
      restsLeft = numSteps;
      await receive({ type: 'play' });
    },
    /** As a page puts them together. */
    losses: (part: 'data' | 'divergence') =>
      all('progress').flatMap(({ losses }) => Array.from(losses[part])),
    last: <Type extends FromEncoderTrainer['type']>(type: Type) => all(type).at(-1),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a VAE in the page', () => {
  it('begins with a picture, and says what it learns', async () => {
    const session = openSession();
    await session.start();
    expect(session.last('started')).toMatchObject({
      settings,
      numImages,
      digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    });
    expect(session.last('started')?.originals).toHaveLength(10 * 784);
    const { frame } = session.last('progress') ?? {};
    expect(frame).toMatchObject({ epoch: 0, step: 0, divergenceWeight: 1 });
    expect(frame?.pictures).toHaveLength(2 * 10 * 784);
    expect(frame?.map).toHaveLength(2 * (numImages + 1));
  });

  it('tells each step once, while it plays and one by one', async () => {
    const session = openSession();
    await session.start();
    await session.play(2 * stepsPerEpoch);
    await session.send({ type: 'step' });
    expect(session.last('stopped')?.why).toEqual({ kind: 'paused' });
    expect(session.last('progress')?.frame).toMatchObject({ epoch: 2, step: 7 });
    const { images } = makeStrokes({ seed: 'train', numImages });
    const run = createVaeRun(images, settings);
    const steps = Array.from({ length: 7 }, () => run.step());
    expect(session.losses('data')).toEqual(steps.map(({ data }) => Math.fround(data)));
    expect(session.losses('divergence')).toEqual(steps.map(({ divergence }) => Math.fround(divergence)));
  });

  it('draws the same codes in every run, each time as the decoder is by then', async () => {
    const [first, second] = [openSession(), openSession()];
    for (const session of [first, second]) await session.start();
    const samplesOf = (session: typeof first) => session.last('progress')?.frame.pictures.subarray(10 * 784);
    expect(samplesOf(first)).toEqual(samplesOf(second));
    const before = samplesOf(first);
    await first.play(1);
    expect(samplesOf(first)).not.toEqual(before);
  });

  it('takes another weight while it goes on, and says so', async () => {
    const session = openSession();
    await session.start();
    await session.play(1);
    await session.send({ type: 'weight', divergenceWeight: 4 });
    expect(session.last('progress')?.frame).toMatchObject({ step: 1, divergenceWeight: 4 });
    expect(session.losses('data')).toHaveLength(1);
  });

  it('stops where it diverges, and names the step', async () => {
    const session = openSession();
    await session.start({ divergenceWeight: 1e300 });
    await session.play(100);
    expect(session.last('stopped')?.why).toEqual({
      kind: 'diverged',
      message: 'Training diverged at step 2 (epoch 1): the loss is NaN.',
    });
    expect(session.losses('data')).toHaveLength(1);
  });

  it('ends by itself after two hundred epochs, and goes on when it is told to', async () => {
    const session = openSession(0); // one slice
    await session.start();
    await session.play(1);
    expect(session.said.at(-1)).toEqual({ type: 'stopped', why: { kind: 'epochs' } });
    expect(session.last('progress')?.frame).toMatchObject({ epoch: 200, step: 200 * stepsPerEpoch });
    await session.send({ type: 'step' });
    expect(session.last('progress')?.frame.step).toBe(200 * stepsPerEpoch + 1);
  });

  it('says that MNIST is not there', async () => {
    const session = openSession();
    await session.start({ data: 'mnist' });
    expect(session.last('failed')).toEqual({
      type: 'failed',
      code: 'network',
      message:
        'MNIST is not in this build. Train on strokes, or fetch MNIST with npm run data and build again.',
    });
  });

  it('says that there is no WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    const session = openSession();
    await session.start();
    expect(session.last('failed')).toMatchObject({ code: 'no-webassembly' });
    expect(session.last('failed')?.message).toMatch(
      /^This browser did not start the trainer \(.+\)\. WebAssembly may be switched off: allow it for this site, or use another browser\.$/,
    );
  });
});
