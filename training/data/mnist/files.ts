/** The four files of MNIST: what they are called and what is in them. Mirrors compress them differently, so hashes are of the uncompressed bytes. */
export interface IdxFile {
  readonly name: string;
  /** In the header's order, with the names that errors use. */
  readonly dims: readonly (readonly [name: string, size: number])[];
  /** SHA-256 of the whole uncompressed file, header included. */
  readonly sha256: string;
}

export type Split = 'train' | 'test';

const imageDims = (numImages: number) =>
  [
    ['images', numImages],
    ['rows', 28],
    ['columns', 28],
  ] as const;

export const mnistFiles: Readonly<Record<Split, { readonly images: IdxFile; readonly labels: IdxFile }>> = {
  train: {
    images: {
      name: 'train-images-idx3-ubyte',
      dims: imageDims(60_000),
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    labels: {
      name: 'train-labels-idx1-ubyte',
      dims: [['labels', 60_000]],
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
  },
  test: {
    images: {
      name: 't10k-images-idx3-ubyte',
      dims: imageDims(10_000),
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    labels: {
      name: 't10k-labels-idx1-ubyte',
      dims: [['labels', 10_000]],
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  },
};
