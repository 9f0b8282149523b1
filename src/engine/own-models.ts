/**
 * The reader's own checkpoints that figures of GLO can draw with, and which of them the reader chose in place of the site's: for all figures
 * and for the next page. A summary in localStorage, so that a page knows without opening the database (own-checkpoints.ts) that there are none.
 * Shaped for React's useSyncExternalStore.
 */
import type { Manifest } from '../contract/manifest.ts';
import type { MetricName } from '../contract/metric-names.ts';

/** What the `metrics.json` of a checkpoint says of that one run. */
export type Measured = Readonly<Partial<Record<MetricName, number>>>;

/** Its images are 28 × 28 of one channel, its classes the ten digits, its contents two numbers or more. */
export interface OwnModel {
  readonly name: string;
  /** Of which it has codes. */
  readonly numImages: number;
  /** The first image of each class, in class order. */
  readonly previewImages: readonly number[];
  readonly dataset: string;
  /** Its images are the first ones of MNIST, as those of the site's own checkpoints. */
  readonly isMnist: boolean;
  /** Undefined where it came without. */
  readonly measured?: Measured;
}

export interface KeptModel {
  readonly name: string;
  readonly manifest: Manifest;
  readonly measured?: Measured;
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
export const tellOwnModels = (checkpoints: readonly KeptModel[]): void =>
  replace(checkpoints.flatMap(modelOf), getOwnModels().chosen?.name);

/** Calls `listener` after every change; returns how to stop. */
export function subscribeToOwnModels(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function modelOf({ name, manifest, measured }: KeptModel): OwnModel[] {
  if (manifest.family !== 'glo') return [];
  const { dataset, model, previews } = manifest;
  const { imageHeight, imageWidth, imageChannels, numClasses, contentDim } = model;
  if (contentDim < 2) return [];
  if (imageHeight !== 28 || imageWidth !== 28 || imageChannels !== 1 || numClasses !== 10) return [];
  const isMnist = dataset.name === 'mnist' && dataset.firstImage === 0;
  const { images: previewImages } = previews;
  return [
    {
      name,
      numImages: dataset.numImages,
      previewImages,
      dataset: dataset.name,
      isMnist,
      ...(measured && { measured }),
    },
  ];
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
    const models = (stored?.models ?? []).filter(isModel);
    return { models, chosen: models.find(({ name }) => name === stored?.chosen?.name) };
  } catch {
    return noOwnModels; // blocked, or not written here
  }
}

/** What an earlier version of this site left is not: the page that keeps checkpoints tells them anew. */
const isModel = ({ name, previewImages }: OwnModel): boolean =>
  typeof name === 'string' && Array.isArray(previewImages);
