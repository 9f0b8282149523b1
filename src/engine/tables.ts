/** What a page gets of a checkpoint beside its manifest, by family: the tables that it works with itself. The weights stay in the worker. */
import { codesShapes } from '../contract/families/encoder-decoder.ts';
import { codeShapes } from '../contract/families/glo.ts';
import type { Family, ManifestOf } from '../contract/manifest.ts';
import type { FileEntry } from '../contract/parts.ts';
import { readTensors, requireTensors } from '../networks/tensors-file.ts';

/** Of the Gaussian fitted to the codes: [codeDim] and [codeDim, codeDim], row-major. */
interface FittedCodes {
  readonly codeMean: Float32Array;
  readonly codeCovariance: Float32Array;
}

export interface Tables {
  autoencoder: FittedCodes;
  classifier: object;
  /** [numImages, contentDim] and [numClasses, classDim], row-major. */
  glo: { readonly contentCodes: Float32Array; readonly classCodes: Float32Array };
  vae: FittedCodes;
}

interface TablesOf<Name extends Family> {
  /** The files that hold them. */
  files(manifest: ManifestOf<Name>): readonly FileEntry[];
  /** @throws ContractError when a file holds something else than the manifest describes. */
  read(manifest: ManifestOf<Name>, files: readonly Uint8Array[]): Tables[Name];
}

const fittedCodes = {
  files: ({ files }: ManifestOf<'autoencoder' | 'vae'>) => [files.codes],
  read(manifest: ManifestOf<'autoencoder' | 'vae'>, [codes]: readonly Uint8Array[]): FittedCodes {
    const where = `${manifest.files.codes.path} of checkpoint "${manifest.id}"`;
    const { mean, covariance } = requireTensors(readTensors(codes, where), codesShapes(manifest), where);
    return { codeMean: mean, codeCovariance: covariance };
  },
};

export const tables: { readonly [Name in Family]: TablesOf<Name> } = {
  autoencoder: fittedCodes,
  classifier: { files: () => [], read: () => ({}) },
  vae: fittedCodes,
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
