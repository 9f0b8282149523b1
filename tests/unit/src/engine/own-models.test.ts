import { beforeEach, expect, it, vi } from 'vitest';
import type { Manifest } from '../../../../src/contract/manifest.ts';
import { smallCheckpoint } from './small-checkpoint.ts';

const stored = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
  removeItem: (key: string) => stored.delete(key),
});

const { manifest } = smallCheckpoint();
const mine = { name: 'mine', manifest: manifest as Manifest, measured: { 'swap.accuracy': 0.75 } };
const other = { name: 'other', manifest: manifest as Manifest };

/** As a page finds it that has just been opened. */
async function openPage() {
  vi.resetModules();
  return import('../../../../src/engine/own-models.ts');
}
beforeEach(() => stored.clear());

it('knows of no model where nothing was kept, and leaves nothing behind', async () => {
  const { getOwnModels, tellOwnModels } = await openPage();
  expect(getOwnModels()).toEqual({ models: [], chosen: undefined });
  tellOwnModels([]);
  expect(stored.size).toBe(0);
});

it('keeps the models and the choice for the next page, and tells of each change once', async () => {
  const page = await openPage();
  const changes = vi.fn();
  page.subscribeToOwnModels(changes);
  page.tellOwnModels([mine, other]);
  page.tellOwnModels([mine, other]);
  page.chooseOwnModel('other');
  expect(changes).toHaveBeenCalledTimes(2);
  const facts = { numImages: 10, previewImages: [0], dataset: 'strokes', isMnist: false };
  const measured = { 'swap.accuracy': 0.75 };
  expect((await openPage()).getOwnModels()).toEqual({
    models: [
      { name: 'mine', ...facts, measured },
      { name: 'other', ...facts },
    ],
    chosen: { name: 'other', ...facts },
  });
});

it('lets go of a choice that is removed', async () => {
  const { chooseOwnModel, getOwnModels, tellOwnModels } = await openPage();
  tellOwnModels([mine, other]);
  chooseOwnModel('mine');
  tellOwnModels([other]);
  expect(getOwnModels().chosen).toBeUndefined();
});

it('leaves out what figures of GLO cannot draw with', async () => {
  const { getOwnModels, tellOwnModels } = await openPage();
  const { model } = manifest;
  tellOwnModels([
    { name: 'large', manifest: { ...manifest, model: { ...model, imageHeight: 64, imageWidth: 64 } } },
    { name: 'colour', manifest: { ...manifest, model: { ...model, imageChannels: 3 } } },
    { name: 'faces', manifest: { ...manifest, model: { ...model, numClasses: 3 } } },
    { name: 'line', manifest: { ...manifest, model: { ...model, contentDim: 1 } } },
    { name: 'vae', manifest: { ...manifest, family: 'vae' } as unknown as Manifest },
  ]);
  expect(getOwnModels().models).toEqual([]);
});

it('does without what was not written here', async () => {
  for (const text of ['{', '7', '{"models":[{}]}', '{"models":3}', '{"models":[{"name":"older"}]}']) {
    stored.set('glo-own-models', text);
    expect((await openPage()).getOwnModels().models).toEqual([]);
  }
});
