/** Whose model a figure of GLO draws with: the site's checkpoint that its controls name, or one of the reader's own (engine/own-models.ts). */
import { useMemo, useSyncExternalStore } from 'react';
import { ownKey } from '../../../engine/checkpoint-key.ts';
import {
  getOwnModels,
  noOwnModels,
  subscribeToOwnModels,
  type OwnModel,
} from '../../../engine/own-models.ts';
import type { CheckpointChoice, FigureFacts } from '../shell/state/checkpoints.ts';

export interface ModelInUse {
  /** What the engine is asked for. */
  readonly id: string;
  /** Undefined where the site's own draws. */
  readonly own: OwnModel | undefined;
  /** Those that have what the figure picks from. */
  readonly models: readonly OwnModel[];
  /** Originals of the images that the model learned; undefined where there are none to show. */
  readonly originalsUrl: string | undefined;
}

export function useOwnModel({ numImages, originalsUrl }: FigureFacts, { id }: CheckpointChoice): ModelInUse {
  const { models, chosen } = useSyncExternalStore(subscribeToOwnModels, getOwnModels, () => noOwnModels);
  return useMemo(() => {
    const fitting = models.filter((model) => model.numImages >= numImages);
    const own = fitting.find(({ name }) => name === chosen?.name);
    return {
      id: own ? ownKey(own.name) : id,
      own,
      models: fitting,
      originalsUrl: own && !own.isMnist ? undefined : originalsUrl,
    };
  }, [models, chosen, numImages, originalsUrl, id]);
}
