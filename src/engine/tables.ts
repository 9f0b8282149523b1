/** What a page gets of a checkpoint beside its manifest, by family: the tables that it works with itself. The weights stay in the worker. */
import { codeShapes } from '../contract/families/glo.ts';
import type { Family, ManifestOf } from '../contract/manifest.ts';
import type { FileEntry } from '../contract/parts.ts';
import { readTensors, requireTensors } from '../networks/tensors-file.ts';

export interface Tables {
  classifier: object;
  /** [numImages, contentDim] and [numClasses, classDim], row-major. */
  glo: { readonly contentCodes: Float32Array; readonly classCodes: Float32Array };
}

interface TablesOf<Name extends Family> {
  /** The files that hold them. */
  files(manifest: ManifestOf<Name>): readonly FileEntry[];
  /** @throws ContractError when a file holds something else than the manifest describes. */
  read(manifest: ManifestOf<Name>, files: readonly Uint8Array[]): Tables[Name];
}

export const tables: { readonly [Name in Family]: TablesOf<Name> } = {
  classifier: { files: () => [], read: () => ({}) },
  glo: {
    files: ({ files }) => [files.codes],
    read(manifest, [codes]) {
      const where = `${manifest.files.codes.path} of checkpoint "${manifest.id}"`;
      const { content_codes: contentCodes, class_codes: classCodes } = requireTensors(
        readTensors(codes, where),
        codeShapes(manifest),
        where,
      );
      return { contentCodes, classCodes };
    },
  },
};
