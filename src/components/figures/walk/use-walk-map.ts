/** The map of the model on screen: its dots, their groups, and what the place on it stands for. The last one stays until the next is whole. */
import { useMemo, useState } from 'react';
import type { Checkpoint } from '../../../engine/api.ts';
import type { CodeMap } from '../../../networks/generator/code-map.ts';
import { imageLength } from '../../../networks/blocks/image-shape.ts';
import { imageMoments } from '../../../numerics/image-moments.ts';
import type { LivePicture } from '../shell/hooks/use-picture.ts';
import { tenthsOf } from './layout.ts';
import { placesOf, walkOf, type Colouring, type WalkState } from './state.ts';

export interface ShownMap {
  readonly places: Float32Array;
  readonly groups: Uint8Array;
  readonly colour: Colouring;
}

interface WalkMapInput extends Pick<WalkState, 'layout' | 'colour'> {
  /** Of the model that is asked for; undefined until it is there. */
  readonly checkpoint: Checkpoint<'glo'> | undefined;
  readonly map: CodeMap | undefined;
  /** Every image as that model draws it, where the colouring needs them. */
  readonly drawn: LivePicture<null>['picture'];
}

export function useWalkMap({ checkpoint, map, layout, colour, drawn }: WalkMapInput): ShownMap | undefined {
  const now = useMemo((): ShownMap | undefined => {
    if (!checkpoint || !map) return undefined;
    const groups = groupsOf(colour, checkpoint, drawn);
    return groups && { places: placesOf(walkOf(checkpoint, map), layout), groups, colour };
  }, [checkpoint, map, layout, colour, drawn]);
  const [shown, setShown] = useState<ShownMap>();
  if (now && now !== shown) setShown(now);
  return now ?? shown;
}

function groupsOf(
  colour: Colouring,
  { manifest: { dataset, model } }: Checkpoint<'glo'>,
  drawn: WalkMapInput['drawn'],
): Uint8Array | undefined {
  if (colour === 'class') return Uint8Array.from(dataset.labels, Number);
  if (!drawn) return undefined;
  const length = imageLength(model);
  return tenthsOf(
    Array.from(
      dataset.labels,
      (_, i) => imageMoments(drawn.ink.subarray(i * length, (i + 1) * length), model.imageWidth)[colour],
    ),
  );
}
