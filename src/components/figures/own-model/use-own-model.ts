/** Whose model a figure of GLO draws with: the site's checkpoint that its controls name, or one of the reader's own (engine/own-models.ts). */
import { useMemo, useSyncExternalStore } from 'react';
import { ownKey, ownNameOf } from '../../../engine/checkpoint-key.ts';
import {
  getOwnModels,
  noOwnModels,
  subscribeToOwnModels,
  type OwnModel,
} from '../../../engine/own-models.ts';
import type { CheckpointChoice, FigureFacts } from '../shell/state/checkpoints.ts';
import { costOf, type Cost } from '../shell/state/cost.ts';

export interface ModelInUse {
  /** What the engine is asked for. */
  readonly id: string;
  /** Undefined where the site's own draws. */
  readonly own: OwnModel | undefined;
  /** Those that have what the figure picks from. */
  readonly models: readonly OwnModel[];
  /** Originals of the images that the model learned; undefined where there are none to show. */
  readonly originalsUrl: string | undefined;
  /** The first image of each class that it learned, in class order. */
  readonly previewImages: readonly number[];
}

/** Of the site's models; another has to have as many classes, and the codes of as many images. */
type WhatIsShown = Pick<FigureFacts, 'numImages' | 'numClasses' | 'originalsUrl' | 'previewImages'>;

export function useOwnModel(
  { numImages, numClasses, originalsUrl, previewImages }: WhatIsShown,
  { id }: CheckpointChoice,
): ModelInUse {
  const { models, chosen } = useSyncExternalStore(subscribeToOwnModels, getOwnModels, () => noOwnModels);
  return useMemo(() => {
    const fitting = models.filter(
      (model) => model.numImages >= numImages && model.previewImages.length === numClasses,
    );
    const own = fitting.find(({ name }) => name === chosen?.name);
    return {
      id: own ? ownKey(own.name) : id,
      own,
      models: fitting,
      originalsUrl: own && !own.isMnist ? undefined : originalsUrl,
      previewImages: own?.previewImages ?? previewImages,
    };
  }, [models, chosen, numImages, numClasses, originalsUrl, previewImages, id]);
}

/** What obedience cost the model whose picture is on screen, `shown` where the site's own drew it. */
export function costOnScreen(
  { costs, realDiversity }: FigureFacts,
  { id, own }: ModelInUse,
  { picture, shown }: { readonly picture: DrawnBy | undefined; readonly shown: CheckpointChoice },
): Cost | undefined {
  if (picture === undefined || ownNameOf(picture.request.id) === undefined) return costs[shown.id];
  return own?.measured && picture.request.id === id
    ? costOf(own.measured, realDiversity[own.dataset])
    : undefined;
}

interface DrawnBy {
  readonly request: { readonly id: string };
}
