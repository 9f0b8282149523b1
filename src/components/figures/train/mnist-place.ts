/** Where a worker that trains finds MNIST; undefined where the build found none. For .astro files, not for islands. */
import type { MnistPlace } from '../../../engine/trainer-protocol.ts';
import { readManifest } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import { imagesPerSheet, sheetColumns } from '../originals/original-sheets.ts';
import { loadOriginals } from '../originals/originals.ts';

/** It learned as many images as a run may. */
const labelledId = 'glo-mnist-lord-sigma0.3';

export const mnistPlace = async (): Promise<MnistPlace | undefined> =>
  (await loadOriginals()) && {
    originalsUrl: withBase('data/originals/'),
    columns: sheetColumns,
    imagesPerSheet,
    labels: readManifest(labelledId).dataset.labels,
  };
