/** The program of the worker that trains, in Node: a session with a clock that stands still between steps, and a database of two keys. */
import { unzipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWasmBackend } from '../../../../../src/networks/blocks/wasm-backend.ts';
import { parseManifestOf } from '../../../../../src/contract/manifest.ts';
import {
  digitNames,
  type FromTrainer,
  type ToTrainer,
  type TrainingSettings,
} from '../../../../../src/engine/trainer-protocol.ts';
import { configOf, dimsOf } from '../../../../../src/engine/training/config.ts';
import { loadLearnedImages } from '../../../../../src/engine/training/learned-images.ts';
import { createTrainingSession } from '../../../../../src/engine/training/session.ts';
import { shortSettings as settings } from './short-settings.ts';
import { makeStrokes } from '../../../../../training/data/strokes.ts';
import { trainGlo } from '../../../../../training/methods/glo/train.ts';

/** The database. */
const stored = new Map<string, unknown>();
let storageIsFull = false;
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  get: (key: string) => Promise.resolve(structuredClone(stored.get(key))),
  setMany: (entries: [string, unknown][]) => {
    if (storageIsFull) return Promise.reject(new DOMException('', 'QuotaExceededError'));
    for (const [key, value] of entries) stored.set(key, structuredClone(value));
    return Promise.resolve();
  },
  delMany: (keys: string[]) => {
    for (const key of keys) stored.delete(key);
    return Promise.resolve();
  },
}));

const stepsPerEpoch = 3;

type Told<Type extends FromTrainer['type']> = Extract<FromTrainer, { readonly type: Type }>;

/** A session, what it said, and a way to let it play for so many rests. */
function openSession() {
  const said: FromTrainer[] = [];
  let restsLeft = 0;
  let time = 0;
  const receive = createTrainingSession({
    post: (message) => said.push(message),
    prepare: (input) => loadLearnedImages({ ...input, signal: new AbortController().signal }),
    now: () => (time += 50), // so a slice is a step
    async rest() {
      if (--restsLeft === 0) await receive({ type: 'pause' });
    },
  });
  const all = <Type extends FromTrainer['type']>(type: Type): Told<Type>[] =>
    said.filter((message): message is Told<Type> => message.type === type);
  return {
    all,
    send: (message: ToTrainer) => receive(message),
    start: (changed: Partial<TrainingSettings> = {}) =>
      receive({
        type: 'start',
        settings: [{ ...settings, ...changed }],
        mnist: undefined,
        ownImages: [],
        classNames: digitNames,
      }),
    async play(numSteps: number) {
      restsLeft = numSteps;
      await receive({ type: 'play' });
    },
    /** As a page puts them together. */
    losses(run = 0): number[] {
      const losses: number[] = [];
      for (const each of all('progress')) losses.splice(each.firstStep - 1, Infinity, ...each.losses[run]);
      return losses;
    },
    last: <Type extends FromTrainer['type']>(type: Type) => all(type).at(-1),
  };
}

/** By their paths in the checkpoint's folder. */
function filesOf(exported: Told<'exported'> | undefined): ReadonlyMap<string, Uint8Array> {
  const files = Object.entries(unzipSync(exported?.zip ?? new Uint8Array()));
  return new Map(files.map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]));
}

beforeAll(() => startWasmBackend());
beforeEach(() => {
  stored.clear();
  storageIsFull = false;
});

describe('a run in the page', () => {
  it('has the losses and the codes of the trainer itself', async () => {
    const session = openSession();
    await session.start();
    await session.play(2 * stepsPerEpoch);
    const { images, labels } = makeStrokes({ seed: 'train', numImages: settings.numImages });
    const config = configOf(settings, settings, 2);
    const epochs = [...trainGlo({ dims: dimsOf(settings), config, images, labels, numClasses: 10 })];
    await session.send({ type: 'export', run: 0, as: 'zip', codeVersion: '0'.repeat(64) });
    const history = filesOf(session.last('exported')).get('history.json');
    expect(JSON.parse(new TextDecoder().decode(history))).toMatchObject({
      loss: epochs.map(({ loss }) => Number(loss.toPrecision(6))),
    });
    expect(session.last('progress')?.frames[0].contentCodeRms).toBe(epochs[1].contentCodeRms);
    expect(session.losses()).toHaveLength(2 * stepsPerEpoch);
  });

  it('begins with a picture, says what it learns, and tells every step once', async () => {
    const session = openSession();
    await session.start();
    expect(session.last('started')?.digits).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(session.last('progress')).toMatchObject({
      keptEpochs: [0],
      isKept: true,
      frames: [{ epoch: 0, step: 0 }],
    });
    await session.send({ type: 'step' });
    expect(session.losses()).toHaveLength(1);
    expect(session.last('stopped')?.why).toEqual({ kind: 'paused' });
    expect(session.last('progress')?.frames[0].pictures).toHaveLength(6 * 10 * 784);
  });

  it('takes another σ from the next step on, and says so in the checkpoint', async () => {
    const [still, louder] = [openSession(), openSession()];
    for (const session of [still, louder]) {
      await session.start();
      await session.play(2);
    }
    await louder.send({ type: 'noise', contentNoiseStds: [2] });
    for (const session of [still, louder]) await session.play(stepsPerEpoch);
    expect(louder.losses().slice(0, 2)).toEqual(still.losses().slice(0, 2));
    expect(louder.losses()[2]).not.toBe(still.losses()[2]);
    await louder.send({ type: 'export', run: 0, as: 'zip', codeVersion: '0'.repeat(64) });
    expect(louder.last('exported')?.changes).toEqual(['σ 2 from step 3']);
    const files = filesOf(louder.last('exported'));
    const manifest = parseManifestOf('glo')(
      JSON.parse(new TextDecoder().decode(files.get('manifest.json'))),
      'the exported manifest',
    );
    expect(manifest).toMatchObject({
      id: louder.last('exported')?.name,
      title: 'GLO on strokes, trained in a page, σ = 0.3, σ 2 from step 3',
      training: { contentNoiseStd: 2, numEpochs: 1 },
    });
    expect([...files.keys()]).toContain('generator.onnx');
  });

  it('goes back to a kept epoch, and from there on as it did the first time', async () => {
    const session = openSession();
    await session.start();
    await session.play(2 * stepsPerEpoch);
    const first = session.losses();
    await session.send({ type: 'rewind', epoch: 1, rates: 1 });
    expect(session.last('progress')).toMatchObject({ keptEpochs: [0, 1], frames: [{ epoch: 1 }] });
    await session.play(stepsPerEpoch);
    expect(session.losses()).toEqual(first);
  });

  it('stops where it diverges, names the step, and goes on from before with half the rates', async () => {
    const session = openSession();
    await session.start({ rateFactor: 1e6 }); // the largest that the figure offers
    await session.play(100);
    const stopped = session.last('stopped')?.why;
    expect(stopped?.kind === 'diverged' && stopped.message).toMatch(
      /^Training diverged (at|by) step \d+ \(epoch 1\)/,
    );
    await session.send({ type: 'rewind', epoch: 0, rates: 0.5 });
    expect(session.last('progress')?.frames[0]).toMatchObject({ step: 0, rateFactor: 5e5 });
  });

  it('has class codes, decay and rates as they were chosen', async () => {
    const session = openSession();
    await session.start({ classDim: 3, contentDecay: 0.01, codeRateFactor: 10 });
    await session.play(stepsPerEpoch);
    await session.send({ type: 'export', run: 0, as: 'zip', codeVersion: '0'.repeat(64) });
    const manifest = JSON.parse(
      new TextDecoder().decode(filesOf(session.last('exported')).get('manifest.json')),
    ) as unknown;
    expect(manifest).toMatchObject({
      id: 'glo-strokes-own-lord-n80-d4-sigma0.3-class3-decay0.01-codes10-seed5-epoch1',
      model: { classDim: 3 },
      training: {
        contentDecay: 0.01,
        learningRates: { generator: 0.001, classCodes: 0.1, contentCodes: 0.1 },
      },
    });
  });

  it('has no checkpoint before its first whole epoch', async () => {
    const session = openSession();
    await session.start();
    await session.send({ type: 'export', run: 0, as: 'zip', codeVersion: '0'.repeat(64) });
    expect(session.last('failed')?.message).toBe(
      'A checkpoint holds a whole epoch, and this run has none yet. Train on.',
    );
  });

  it('learns the reader’s drawings behind the data, and shows them first', async () => {
    const session = openSession();
    const image = new Uint8Array(784).fill(255);
    await session.send({
      type: 'start',
      settings: [settings],
      mnist: undefined,
      ownImages: [{ image, digit: 7 }],
      classNames: digitNames,
    });
    const started = session.last('started');
    expect(started?.numImages).toBe(settings.numImages + 1);
    expect(started?.originals.slice(7 * 784, 8 * 784).every((ink) => ink === 1)).toBe(true);
  });

  it('learns the reader’s pictures alone, and shows more of each of their few classes', async () => {
    const session = openSession();
    const ownImages = Array.from({ length: 24 }, (_, i) => ({
      image: new Uint8Array(784).fill(10 * i),
      digit: i % 3,
    }));
    await session.send({
      type: 'start',
      settings: [{ ...settings, data: 'pictures' }],
      mnist: undefined,
      ownImages,
      classNames: ['cats', 'dogs', 'owls'],
    });
    expect(session.last('started')).toMatchObject({
      numImages: 24,
      digits: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0],
      transferClasses: [0, 1, 2],
    });
    expect(session.last('progress')?.frames[0].pictures).toHaveLength(4 * 10 * 784);
    await session.play(1);
    await session.send({ type: 'export', run: 0, as: 'zip', codeVersion: '0'.repeat(64) });
    const manifest = parseManifestOf('glo')(
      JSON.parse(new TextDecoder().decode(filesOf(session.last('exported')).get('manifest.json'))),
      'the exported manifest',
    );
    expect(manifest).toMatchObject({
      title: 'GLO on 24 pictures of a folder, trained in a page, σ = 0.3',
      model: { numClasses: 3 },
      dataset: { name: 'pictures', pictures: { classNames: ['cats', 'dogs', 'owls'] } },
    });
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
});

describe('two runs beside each other', () => {
  const other = { ...settings, loss: 'l1' } as const;
  const startBoth = async () => {
    const session = openSession();
    await session.send({
      type: 'start',
      settings: [settings, other],
      mnist: undefined,
      ownImages: [],
      classNames: digitNames,
    });
    return session;
  };

  it('are each what it would be alone, at the same steps', async () => {
    const pair = await startBoth();
    await pair.play(stepsPerEpoch + 1);
    for (const [run, changed] of [settings, other].entries()) {
      const alone = openSession();
      await alone.start(changed);
      await alone.play(stepsPerEpoch + 1);
      expect(pair.losses(run)).toEqual(alone.losses());
      expect(pair.last('progress')?.frames[run].pictures).toEqual(alone.last('progress')?.frames[0].pictures);
    }
    expect(pair.last('progress')?.frames.map(({ step }) => step)).toEqual([4, 4]);
  });

  it('go back together, and the browser keeps the first', async () => {
    const pair = await startBoth();
    await pair.play(stepsPerEpoch);
    await pair.send({ type: 'rewind', epoch: 0, rates: 1 });
    expect(pair.last('progress')?.frames.map(({ step }) => step)).toEqual([0, 0]);
    await pair.play(1);
    const after = openSession();
    await after.send({ type: 'resume', mnist: undefined });
    expect(after.last('started')?.settings).toEqual([settings]);
    expect(after.losses()).toEqual(pair.losses(0));
  });

  it('stop together where one diverges, and it is said which', async () => {
    const session = openSession();
    const broken = { ...settings, rateFactor: 1e6 };
    await session.send({
      type: 'start',
      settings: [settings, broken],
      mnist: undefined,
      ownImages: [],
      classNames: digitNames,
    });
    await session.play(100);
    expect(session.last('stopped')?.why).toMatchObject({ kind: 'diverged', run: 1 });
  });

  it('are exported one by one', async () => {
    const pair = await startBoth();
    await pair.play(stepsPerEpoch);
    await pair.send({ type: 'export', run: 1, as: 'zip', codeVersion: '0'.repeat(64) });
    expect(pair.last('exported')?.name).toBe('glo-strokes-own-lord-n80-d4-sigma0.3-l1-seed5-epoch1');
  });
});

describe('the run that the browser keeps', () => {
  it('has the σ that it had, whatever it began with', async () => {
    const before = openSession();
    await before.start();
    await before.send({ type: 'noise', contentNoiseStds: [1] });
    await before.play(1);
    const after = openSession();
    await after.send({ type: 'resume', mnist: undefined });
    expect(after.last('started')?.settings).toMatchObject([{ contentNoiseStd: 1 }]);
  });

  it('goes on after a reload, within an epoch, as if nothing had been', async () => {
    const whole = openSession();
    await whole.start();
    await whole.play(2 * stepsPerEpoch);

    const before = openSession();
    await before.start();
    await before.play(2); // and a pause, which keeps it
    const after = openSession();
    await after.send({ type: 'resume', mnist: undefined });
    await after.play(2 * stepsPerEpoch - 2);
    expect(after.losses()).toEqual(whole.losses());
    expect(stored.get('line')).toEqual({
      format: 2,
      data: 'strokes',
      numImages: 80,
      numEpochs: 2,
      numSteps: 6,
    });
  });

  it('is not kept where the storage is full: that is said once, and training goes on', async () => {
    storageIsFull = true;
    const session = openSession();
    await session.start();
    await session.play(2);
    await session.play(2);
    await vi.waitFor(() => expect(session.all('not-kept')).toHaveLength(1));
    expect(session.last('not-kept')?.message).toBe(
      'The browser’s storage is full, so a reload loses this run. Training goes on; export the checkpoint to keep it.',
    );
    expect(session.losses()).toHaveLength(4);
  });
});
