import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../../training/data/dataset.ts';
import { loadMnist } from '../../../../training/data/mnist.ts';
import { describeWithMnist } from '../../../support/mnist.ts';

describe('the strokes data set', () => {
  it('has as many images as asked', async () => {
    const { name, numImages, images, labels } = await loadDataset('strokes', { numImages: 30 });
    expect({ name, numImages }).toEqual({ name: 'strokes', numImages: 30 });
    expect(images).toHaveLength(30 * 784);
    expect(labels).toHaveLength(30);
  });

  it('has other images in its test split', async () => {
    const train = await loadDataset('strokes', { numImages: 10 });
    const test = await loadDataset('strokes', { numImages: 10, split: 'test' });
    expect(test.images).not.toEqual(train.images);
  });
});

describeWithMnist('the MNIST data set', () => {
  it('is the first images of the split, in buffers of their own', async () => {
    const whole = await loadMnist('test', { download: false });
    const first = await loadDataset('mnist', { numImages: 20, split: 'test' });
    expect(first.images).toEqual(whole.images.slice(0, 20 * 784));
    expect(first.labels).toEqual(whole.labels.slice(0, 20));
    expect(first.images.buffer.byteLength).toBe(20 * 784);
  });

  it('says so when it has fewer images than asked', async () => {
    await expect(loadDataset('mnist', { numImages: 10_001, split: 'test' })).rejects.toThrow(
      "MNIST's test split has 10000 images, 10001 were asked for.",
    );
  });
});
