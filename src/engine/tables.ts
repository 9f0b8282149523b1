/** What a page gets of a checkpoint beside its manifest, by family: the tables that it works with itself. The weights stay in the worker. */
import { foundShapes } from '../contract/families/amortized.ts';
import { codesShapes } from '../contract/families/encoder-decoder.ts';
import { codeShapes } from '../contract/families/glo.ts';
import type { Family, ManifestOf } from '../contract/manifest.ts';
import type { FileEntry } from '../contract/parts.ts';
import { readTensors, requireTensors } from '../networks/tensors-file.ts';

/** Row-major. */
interface EncodedImages {
  /** Of the Gaussian fitted to the codes: [codeDim] and [codeDim, codeDim]. */
  readonly codeMean: Float32Array;
  readonly codeCovariance: Float32Array;
  /** What the encoder says of the images of the reconstructions, [2 numClasses, encodingDim]. */
  readonly shown: Float32Array;
  /** What it says of validation images, [numMapped, encodingDim], and their classes. */
  readonly mapped: Float32Array;
  readonly mappedLabels: Float32Array;
}

/** The class codes of the first stage, [numClasses, classDim], and codes of the shown images, [shown, classDim + contentDim]; see the contract. */
type FoundCodes = Readonly<Record<'classCodes' | 'encoded' | 'refined' | 'searched', Float32Array>>;

export interface Tables {
  amortized: FoundCodes;
  autoencoder: EncodedImages;
  classifier: object;
  gan: object;
  /** [numImages, contentDim] and [numClasses, classDim], row-major. */
  glo: { readonly contentCodes: Float32Array; readonly classCodes: Float32Array };
  vae: EncodedImages;
}

interface TablesOf<Name extends Family> {
  /** The files that hold them. */
  files(manifest: ManifestOf<Name>): readonly FileEntry[];
  /** @throws ContractError when a file holds something else than the manifest describes. */
  read(manifest: ManifestOf<Name>, files: readonly Uint8Array[]): Tables[Name];
}

const encodedImages = {
  files: ({ files }: ManifestOf<'autoencoder' | 'vae'>) => [files.codes],
  read(manifest: ManifestOf<'autoencoder' | 'vae'>, [codes]: readonly Uint8Array[]): EncodedImages {
    const where = `${manifest.files.codes.path} of checkpoint "${manifest.id}"`;
    const { mean, covariance, ...others } = requireTensors(
      readTensors(codes, where),
      codesShapes(manifest),
      where,
    );
    return { codeMean: mean, codeCovariance: covariance, ...others };
  },
};

export const tables: { readonly [Name in Family]: TablesOf<Name> } = {
  amortized: {
    files: ({ files }) => [files.codes],
    read(manifest, [codes]) {
      const where = `${manifest.files.codes.path} of checkpoint "${manifest.id}"`;
      return requireTensors(readTensors(codes, where), foundShapes(manifest), where);
    },
  },
  autoencoder: encodedImages,
  classifier: { files: () => [], read: () => ({}) },
  gan: { files: () => [], read: () => ({}) },
  vae: encodedImages,
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
