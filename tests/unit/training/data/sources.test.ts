import { describe, expect, it } from 'vitest';
import { datasetNames } from '../../../../src/contract/datasets.ts';
import { dataSources, loadImages } from '../../../../training/data/sources.ts';
import { hashOfImages } from '../../../../training/data/training-data.ts';
import { loadMnist } from '../../../../training/data/mnist.ts';
import { describeWithMnist } from '../../../support/mnist.ts';

describe('the strokes data set', () => {
  it('has as many images as asked', async () => {
    const { images, labels } = await loadImages('strokes', { numImages: 30 });
    expect(images).toHaveLength(30 * 784);
    expect(labels).toHaveLength(30);
  });

  it('has other images in its test split', async () => {
    const train = await loadImages('strokes', { numImages: 10 });
    const test = await loadImages('strokes', { numImages: 10, split: 'test' });
    expect(test.images).not.toEqual(train.images);
  });
});

describeWithMnist('the MNIST data set', () => {
  it('is the first images of the split, in buffers of their own', async () => {
    const whole = await loadMnist('test', { download: false });
    const first = await loadImages('mnist', { numImages: 20, split: 'test' });
    expect(first.images).toEqual(whole.images.slice(0, 20 * 784));
    expect(first.labels).toEqual(whole.labels.slice(0, 20));
    expect(first.images.buffer.byteLength).toBe(20 * 784);
  });

  it('says so when it has fewer images than asked', async () => {
    await expect(loadImages('mnist', { numImages: 10_001, split: 'test' })).rejects.toThrow(
      'The test split of MNIST has 10000 images, 10001 were asked for.',
    );
  });
});

describeWithMnist('every source', () => {
  it.each(datasetNames)('%s has images of the size it says, of the classes it names', async (name) => {
    const { imageHeight, imageWidth, imageChannels, classNames } = dataSources[name];
    const { images, labels } = await loadImages(name, { numImages: 100 });
    expect(images).toHaveLength(100 * imageHeight * imageWidth * imageChannels);
    expect(Math.max(...labels)).toBeLessThan(classNames.length);
  });

  it.each(datasetNames)('%s has a hash that changes with every image and label', async (name) => {
    const data = await loadImages(name, { numImages: 10 });
    const changed = { ...data, labels: data.labels.map((label, i) => (i === 9 ? 9 - label : label)) };
    const hashes = [data, changed, await loadImages(name, { numImages: 11 })].map(hashOfImages);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(hashes).size).toBe(3);
  });
});
