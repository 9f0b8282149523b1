/**
 * The reader's own checkpoints that figures of GLO can draw with, and which of them the reader chose in place of the site's: for all figures
 * and for the next page. A summary in localStorage, so that a page knows without opening the database (own-checkpoints.ts) that there are none.
 * Shaped for React's useSyncExternalStore.
 */
import type { Manifest } from '../contract/manifest.ts';

/** Its images are 28 × 28 of one channel, its classes the ten digits. */
export interface OwnModel {
  readonly name: string;
  /** Of which it has codes. */
  readonly numImages: number;
  /** Its images are the first ones of MNIST, as those of the site's own checkpoints. */
  readonly isMnist: boolean;
}

interface OwnModels {
  readonly models: readonly OwnModel[];
  readonly chosen: OwnModel | undefined;
}

const storageKey = 'glo-own-models';
export const noOwnModels: OwnModels = { models: [], chosen: undefined };
const listeners = new Set<() => void>();
let known: OwnModels | undefined;

export function getOwnModels(): OwnModels {
  known ??= readStored();
  return known;
}

/** `name`: undefined for the site's own. */
export const chooseOwnModel = (name: string | undefined): void => replace(getOwnModels().models, name);

/** Says which checkpoints there are; the choice stays while it is among them. */
export const tellOwnModels = (
  checkpoints: readonly { readonly name: string; readonly manifest: Manifest }[],
): void => replace(checkpoints.flatMap(modelOf), getOwnModels().chosen?.name);

/** Calls `listener` after every change; returns how to stop. */
export function subscribeToOwnModels(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function modelOf({ name, manifest }: { readonly name: string; readonly manifest: Manifest }): OwnModel[] {
  if (manifest.family !== 'glo') return [];
  const { dataset, model } = manifest;
  const { imageHeight, imageWidth, imageChannels, numClasses } = model;
  if (imageHeight !== 28 || imageWidth !== 28 || imageChannels !== 1 || numClasses !== 10) return [];
  const isMnist = dataset.name === 'mnist' && dataset.firstImage === 0;
  return [{ name, numImages: dataset.numImages, isMnist }];
}

function replace(models: readonly OwnModel[], chosenName: string | undefined): void {
  const next = { models, chosen: models.find(({ name }) => name === chosenName) };
  if (JSON.stringify(next) === JSON.stringify(getOwnModels())) return;
  known = next;
  try {
    if (models.length === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Storage is blocked or full, or this is a worker: it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function readStored(): OwnModels {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Partial<OwnModels> | null;
    const models = (stored?.models ?? []).filter(({ name }) => typeof name === 'string');
    return { models, chosen: models.find(({ name }) => name === stored?.chosen?.name) };
  } catch {
    return noOwnModels; // blocked, or not written here
  }
}
