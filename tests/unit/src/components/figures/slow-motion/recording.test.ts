/** The recording: what it holds, what its bytes are, and that the trainer makes the same again. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { config, dims, recordRun, trainingImages } from '../../../../../../scripts/slow-motion/record.ts';
import { recordingFile } from '../../../../../../src/components/figures/slow-motion/recording-file.ts';
import {
  decodeRecording,
  encodeRecording,
  imageLength,
  type Recording,
} from '../../../../../../src/components/figures/slow-motion/recording.ts';
import { startWasmBackend } from '../../../../../../src/networks/blocks/wasm-backend.ts';
import { trainGlo } from '../../../../../../training/methods/glo/train.ts';

const packed = readFileSync(recordingFile);
const bytes = new Uint8Array(gunzipSync(packed));
const recording = decodeRecording(bytes);

describe('the committed recording', () => {
  let made: Recording;
  beforeAll(async () => {
    await startWasmBackend();
    made = recordRun();
  }, 60_000);

  it('is what the trainer makes again, to the byte: if not, run npm run slow-motion', () => {
    expect(Buffer.from(encodeRecording(made)).equals(bytes)).toBe(true);
  });

  it('is small enough to be sent when the figure is seen', () => {
    expect(packed.length).toBeLessThan(60_000);
  });

  it('is of the run that the training loop makes of the same settings', () => {
    const epochs = trainGlo({ dims, config, ...trainingImages(), numClasses: made.settings.numClasses });
    for (let epoch = 1; ; epoch++) {
      const next = epochs.next();
      if (next.done) break;
      const table = made.contents[(epoch * made.labels.length) / config.batchSize];
      expect(table.flat()).toEqual([...next.value.model.contentCodes]);
    }
    expect(made.contents).toHaveLength(made.steps.length + 1);
  });

  it('takes every image once an epoch, and lowers the loss of each batch that it steps on', () => {
    const perEpoch = recording.labels.length / recording.settings.batchSize;
    for (let first = 0; first < recording.steps.length; first += perEpoch) {
      const taken = recording.steps.slice(first, first + perEpoch).flatMap(({ images }) => images);
      expect(taken.toSorted((a, b) => a - b)).toEqual([...recording.labels.keys()]);
    }
    for (const { loss, lossAfter } of recording.steps) expect(lossAfter).toBeLessThan(loss);
  });

  it('has pulls that point down: a small way along them lowers the loss of the batch', () => {
    // Adam's first step is along the sign of each number of the gradient.
    const { images, contentPulls } = recording.steps[0];
    images.forEach((image, slot) => {
      const moved = recording.contents[1][image].map(
        (value, axis) => value - recording.contents[0][image][axis],
      );
      contentPulls.arrows[slot].forEach((pull, axis) => {
        if (Math.abs(pull) > 0.05) expect(Math.sign(moved[axis])).toBe(Math.sign(pull));
      });
    });
  });
});

describe('the bytes of a recording', () => {
  it('are the same after they were read', () => {
    expect(encodeRecording(recording)).toEqual(bytes);
  });

  it('hold codes, noise and pictures to their units', () => {
    const step = {
      images: [1],
      noise: [[0.123456, -0.3]] as const,
      contentPulls: { arrows: [[-1, 0.004]] as const, longest: 0.00123456 },
      classPulls: { arrows: [[0.5, 0]] as const, longest: 2 },
      loss: 0.123456,
      lossAfter: 0.1,
      weightsMoved: 0.00045678,
      drawn: new Uint8Array(imageLength).fill(7),
      drawnAgain: Uint8Array.from({ length: imageLength }, (_, i) => i % 8),
    };
    const small: Recording = {
      settings: { ...recording.settings, batchSize: 1 },
      labels: [0, 1],
      contents: [
        [
          [0.1, 0.2],
          [-1.501, 3],
        ],
        [
          [0.1, 0.25],
          [-1.55, 3],
        ],
      ],
      classes: [[[0, 0]], [[0.5, -0.5]]],
      targets: new Uint8Array(2 * imageLength).fill(3),
      steps: [step],
    };
    const read = decodeRecording(encodeRecording(small));
    read.contents.flat(2).forEach((value, i) => {
      expect(Math.abs(value - small.contents.flat(2)[i])).toBeLessThanOrEqual(0.5 / 250 + 1e-9);
    });
    expect(read.steps[0].noise[0][0]).toBeCloseTo(0.124, 10);
    expect(read.steps[0].contentPulls).toEqual({ arrows: [[-1, 0]], longest: 0.00123 });
    expect(read.steps[0]).toMatchObject({ loss: 0.1235, lossAfter: 0.1, weightsMoved: 0.000457 });
    expect(read.steps[0].drawn).toEqual(step.drawn);
    expect(read.steps[0].drawnAgain).toEqual(step.drawnAgain);
    expect(read.targets).toEqual(small.targets);
  });

  it('say so when they are cut off, or of another make', () => {
    expect(() => decodeRecording(bytes.subarray(0, bytes.length - 10))).toThrow(
      `This recording is damaged: ${bytes.length - 10} bytes, ${bytes.length} expected.`,
    );
    expect(() => decodeRecording(Uint8Array.of(1, 2, 3))).toThrow(
      'This is no recording: it has no line of numbers.',
    );
  });
});
