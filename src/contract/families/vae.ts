/** Variational autoencoders in the contract: the dense one of the homework and the convolutional one of the course project. */
import { z } from '../schema.ts';
import {
  encoderDecoderHistorySchema,
  entryFields,
  entryFieldsOf,
  manifestFields,
  optimizerFields,
  settingFields,
} from './encoder-decoder.ts';

const group = z.literal('vae');
const family = z.literal('vae');

/** Everything that decides the bytes of a run besides data and network. */
const trainingSchema = z.strictObject({
  ...optimizerFields,
  /**
   * `cross-entropy`: summed over pixels, beside the divergence in nats. `gaussian`: ‖x − x̂‖² / (dataVariance · number of pixels), beside
   * twice the divergence, which is how the course writes it.
   */
  dataTerm: z.enum(['cross-entropy', 'gaussian']),
  /** σ²ₓ; of a Gaussian data term only. */
  dataVariance: z.number().positive().nullable(),
  /** Whether KL(posterior ‖ N(0, I)) is part of the loss. */
  divergence: z.boolean(),
});

export const vaeManifestSchema = z
  .strictObject({ ...manifestFields, family, group, training: trainingSchema })
  .superRefine(({ training }, context) => {
    if ((training.dataTerm === 'gaussian') === (training.dataVariance !== null)) return;
    context.addIssue({
      code: 'custom',
      path: ['training', 'dataVariance'],
      message: `data term ${training.dataTerm} with variance ${String(training.dataVariance)}: a Gaussian one has a variance, and no other`,
    });
  });
export type VaeManifest = z.infer<typeof vaeManifestSchema>;
export type VaeTraining = z.infer<typeof trainingSchema>;

export const vaeSettingSchema = z.strictObject({ family, group, ...settingFields, training: trainingSchema });

export const vaeHistorySchema = encoderDecoderHistorySchema;

export const vaeEntrySchema = z.strictObject({
  ...entryFields,
  family,
  group,
  network: manifestFields.model.shape.network,
  dataVariance: z.number().positive().nullable(),
  divergence: z.boolean(),
});
export const vaeEntryOf = (manifest: VaeManifest): z.infer<typeof vaeEntrySchema> => ({
  ...entryFieldsOf(manifest),
  family: 'vae',
  group: manifest.group,
  network: manifest.model.network,
  dataVariance: manifest.training.dataVariance,
  divergence: manifest.training.divergence,
});
