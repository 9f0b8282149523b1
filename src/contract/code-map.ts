/**
 * The map of a run's content codes: a place in the plane for each, by which near codes stay near, and directions along which the pictures
 * change. One file in a folder of its own beside the checkpoint, whose files it does not touch.
 */
import { z } from './schema.ts';
import { checkpointIdSchema } from './checkpoint-id.ts';
import { directionNames } from './direction-names.ts';
import { parseOrExplain } from './parse.ts';
import { contractVersion, provenanceSchema } from './parts.ts';
import type { Shapes } from './safetensors.ts';

/**
 * `places`: row i belongs to image i, both numbers from 0 to 1, from the left and from the bottom. `directions`: a row a name, of length 1.
 * `fits`: the share of the moment's variance within classes that one slope for all classes explains, and the standard deviation of
 * the learned codes along the direction.
 */
export const codeMapShapes = ({
  numImages,
  contentDim,
}: {
  readonly numImages: number;
  readonly contentDim: number;
}) =>
  ({
    places: [numImages, 2],
    directions: [directionNames.length, contentDim],
    fits: [directionNames.length, 2],
  }) satisfies Shapes;

const aboutSchema = z.strictObject({
  contractVersion: z.literal(String(contractVersion)),
  id: checkpointIdSchema,
  ...provenanceSchema.shape,
});
/** The file's metadata. */
export type AboutCodeMap = z.infer<typeof aboutSchema>;

/** @throws ContractError */
export const parseAboutCodeMap = (value: unknown, where: string): AboutCodeMap =>
  parseOrExplain(aboutSchema, value, where);
