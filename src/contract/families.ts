/** The families of models, each a file of the folder beside: the one list that manifests, index and metrics are made from. */
import { classifierEntryOf, classifierEntrySchema, classifierManifestSchema } from './families/classifier.ts';
import {
  gloEntryOf,
  gloEntrySchema,
  gloHistorySchema,
  gloManifestSchema,
  gloSettingSchema,
} from './families/glo.ts';

export const manifestSchemas = [classifierManifestSchema, gloManifestSchema] as const;

export const entrySchemas = [classifierEntrySchema, gloEntrySchema] as const;

/** Manifest → what the index says of it. */
export const entryOf = { classifier: classifierEntryOf, glo: gloEntryOf } as const;

/** What runs that are measured over many settings are told apart by. */
export const settingSchemas = [gloSettingSchema] as const;

/** The curves of training. */
export const historySchema = gloHistorySchema;
