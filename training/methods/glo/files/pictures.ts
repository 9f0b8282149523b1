/** What a checkpoint shows of its model: the previews that figures begin with, and the golden cases that tests hold it to. */
import { type GloManifest, type MistakeName, goldenShapes } from '../../../../src/contract/families/glo.ts';
import { previewFile, type PreviewKind } from '../../../../src/contract/ids.ts';
import {
  goldenClass,
  interpolatedClasses,
  interpolationPreview,
  samplesPreview,
} from '../../../../src/contract/previews.ts';
import {
  evenSteps,
  interpolation,
  reconstructions,
  transfers,
  type CodeSource,
  type CodeBatch,
} from '../../../../src/networks/generator/codes.ts';
import type { Predictor } from '../../../../src/networks/generator/predictor.ts';
import { writeTensors } from '../../../../src/networks/tensors-file.ts';
import { samplesFor } from '../later-mistakes.ts';
import type { Grid } from '../../../export/grid.ts';
import { gridEncoderOf } from '../../../export/light-grid.ts';
import { gatherRows } from '../../../../src/numerics/arrays.ts';

type Predict = Predictor['predict'];

/** The first image of each class, in class order. */
export function firstOfEachClass({ dataset, model }: CodeSource['manifest']): number[] {
  return Array.from({ length: model.numClasses }, (_, label) => {
    const image = dataset.labels.indexOf(String(label));
    if (image >= 0) return image;
    throw new Error(
      `A checkpoint shows one image of each of its ${model.numClasses} classes, and none of its ` +
        `${dataset.numImages} images is a ${label}. Train on more images.`,
    );
  });
}

export interface PreviewPicture extends Grid {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** `images`: one a class, in class order. `mistake`: of the run; `predict` makes it too. */
export function drawPreviews(
  source: CodeSource,
  predict: Predict,
  images: readonly number[],
  mistake: MistakeName | null = null,
): Record<PreviewKind, PreviewPicture> {
  const classes = images.map((_, label) => label);
  const { dataset, model } = source.manifest;
  const encode = gridEncoderOf(dataset.name);
  const ends = interpolatedClasses(model.numClasses);
  const steps = evenSteps(interpolationPreview.steps);
  const draw = (kind: PreviewKind, codes: CodeBatch, rows: number): PreviewPicture => {
    const grid = { rows, columns: codes.count / rows };
    return {
      path: previewFile(kind),
      bytes: encode(predict(codes), grid, model),
      ...grid,
    };
  };
  return {
    reconstructions: draw('reconstructions', reconstructions(source, images), 1),
    transfers: draw('transfers', transfers(source, { contents: images, classes }), classes.length),
    samples: draw('samples', samplesFor(mistake, source, { ...samplesPreview, classes }), classes.length),
    interpolation: draw(
      'interpolation',
      interpolation(source, {
        images: [images[ends[0]], images[ends[1]]],
        classes: ends,
        contentSteps: steps,
        classSteps: steps,
      }),
      steps.length,
    ),
  };
}

/** How far a runtime's intensity may be from the golden intensity: other orders of adding, other roundings of exp, and a half's last digit (2⁻¹²). */
const goldenTolerance = 1e-3;
const numGoldenReconstructions = 4;

/** The first preview images as themselves, the others as another class. */
export const chooseGolden = (images: readonly number[]): GloManifest['golden'] => ({
  cases: images.map((image, label) => ({
    image,
    class: label < numGoldenReconstructions ? label : goldenClass,
  })),
  tolerance: goldenTolerance,
});

export function encodeGolden(
  source: CodeSource,
  predict: Predict,
  golden: GloManifest['golden'],
): Uint8Array<ArrayBuffer> {
  const { contentDim, classDim } = source.manifest.model;
  const { cases } = golden;
  const codes = {
    count: cases.length,
    contentCodes: gatherRows(
      source.contentCodes,
      contentDim,
      cases.map(({ image }) => image),
    ),
    classCodes: gatherRows(
      source.classCodes,
      classDim,
      cases.map((each) => each.class),
    ),
  };
  return writeTensors(
    { content_codes: codes.contentCodes, class_codes: codes.classCodes, images: predict(codes) },
    goldenShapes({ golden, model: source.manifest.model }),
    () => 'F16',
  );
}
