/**
 * Checkpoint ids: `<method>-<dataset>-<what varies>`, for example `glo-mnist-exercise-sigma0.3`.
 * An id is also the folder name under `public/models`, so it holds nothing that a URL would escape.
 */
import { z } from './schema.ts';
import { learnedNames } from './datasets.ts';

export const checkpointIdSchema = z
  .string()
  .regex(
    new RegExp(`^[a-z]+-(?:${learnedNames.join('|')})(?:-[a-z0-9.]+)+$`),
    'a checkpoint id reads <method>-<dataset>-<what varies>, in lower case letters, digits and dots',
  );
