/** Autoencoders in the contract: linear, non-linear and stacked ones, and PCA, which is a linear one made in closed form. */
import { z } from '../schema.ts';
import {
  encoderDecoderHistorySchema,
  entryFields,
  entryFieldsOf,
  manifestFields,
  optimizerFields,
  settingFields,
} from './encoder-decoder.ts';

export const autoencoderKinds = ['linear', 'pca', 'nonlinear', 'stacked'] as const;
const kind = z.enum(autoencoderKinds);
const group = z.literal('autoencoders');

/** Everything that decides the bytes of a run besides data and network. */
const trainingSchema = z.strictObject({
  ...optimizerFields,
  /** Squared error is a mean over pixels, cross-entropy a sum. */
  loss: z.enum(['squared-error', 'cross-entropy']),
  /** Epochs of each pair of layers before the whole network is trained, outermost first; 0 trains all at once. */
  pretrainingEpochs: z.int().nonnegative(),
});

const family = z.literal('autoencoder');

export const autoencoderManifestSchema = z.strictObject({
  ...manifestFields,
  family,
  group,
  kind,
  training: trainingSchema,
});
export type AutoencoderManifest = z.infer<typeof autoencoderManifestSchema>;
export type AutoencoderKind = z.infer<typeof kind>;
export type AutoencoderTraining = z.infer<typeof trainingSchema>;

export const autoencoderSettingSchema = z.strictObject({
  family,
  group,
  kind,
  ...settingFields,
  training: trainingSchema,
});

export const autoencoderHistorySchema = encoderDecoderHistorySchema;

export const autoencoderEntrySchema = z.strictObject({ ...entryFields, family, group, kind });
export const autoencoderEntryOf = (
  manifest: AutoencoderManifest,
): z.infer<typeof autoencoderEntrySchema> => ({
  ...entryFieldsOf(manifest),
  family: 'autoencoder',
  group: manifest.group,
  kind: manifest.kind,
});
