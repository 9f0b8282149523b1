/** The families of models, each a file of the folder beside: the one list that manifests, index and metrics are made from. */
import {
  amortizedEntryOf,
  amortizedEntrySchema,
  amortizedHistorySchema,
  amortizedManifestSchema,
  amortizedSettingSchema,
} from './families/amortized.ts';
import {
  autoencoderEntryOf,
  autoencoderEntrySchema,
  autoencoderHistorySchema,
  autoencoderManifestSchema,
  autoencoderSettingSchema,
} from './families/autoencoder.ts';
import { classifierEntryOf, classifierEntrySchema, classifierManifestSchema } from './families/classifier.ts';
import {
  ganEntryOf,
  ganEntrySchema,
  ganHistorySchema,
  ganManifestSchema,
  ganSettingSchema,
} from './families/gan.ts';
import {
  gloEntryOf,
  gloEntrySchema,
  gloHistorySchema,
  gloManifestSchema,
  gloSettingSchema,
} from './families/glo.ts';
import {
  vaeEntryOf,
  vaeEntrySchema,
  vaeHistorySchema,
  vaeManifestSchema,
  vaeSettingSchema,
} from './families/vae.ts';

export const manifestSchemas = [
  amortizedManifestSchema,
  autoencoderManifestSchema,
  classifierManifestSchema,
  ganManifestSchema,
  gloManifestSchema,
  vaeManifestSchema,
] as const;

export const entrySchemas = [
  amortizedEntrySchema,
  autoencoderEntrySchema,
  classifierEntrySchema,
  ganEntrySchema,
  gloEntrySchema,
  vaeEntrySchema,
] as const;

/** Manifest → what the index says of it. */
export const entryOf = {
  amortized: amortizedEntryOf,
  autoencoder: autoencoderEntryOf,
  classifier: classifierEntryOf,
  gan: ganEntryOf,
  glo: gloEntryOf,
  vae: vaeEntryOf,
} as const;

/** What runs that are measured over many settings are told apart by. */
export const settingSchemas = [
  amortizedSettingSchema,
  autoencoderSettingSchema,
  ganSettingSchema,
  gloSettingSchema,
  vaeSettingSchema,
] as const;

/** The curves of training, of families whose runs are measured. */
export const historySchemas = {
  amortized: amortizedHistorySchema,
  autoencoder: autoencoderHistorySchema,
  gan: ganHistorySchema,
  glo: gloHistorySchema,
  vae: vaeHistorySchema,
} as const;
