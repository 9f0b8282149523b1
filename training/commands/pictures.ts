/** `--images`, `--size` and `--channels` of `train`: the folder read, and whether the recipes can learn it. */
import { stat } from 'node:fs/promises';
import { oneOf } from '../command-line/arguments.ts';
import { listed } from '../data/pictures/errors.ts';
import { ownClass } from '../data/pictures/list.ts';
import { pictureChannels, pictureSizes } from '../data/pictures/read-picture.ts';
import { readPictures, type Pictures } from '../data/pictures.ts';
import type { PictureSet } from '../data/sources.ts';
import { UsageError } from '../errors/usage-error.ts';
import { measuredOf } from '../methods/method-of.ts';
import type { MeasuredRecipe, Recipe } from '../recipes/recipe.ts';
import { checkpointFolder } from '../store/folders.ts';

interface PictureFlags {
  readonly images?: string | undefined;
  readonly size?: string | undefined;
  readonly channels?: string | undefined;
  readonly dataset?: string | undefined;
}

/** Progress is worth a line each so many pictures. */
const linesEvery = 500;

/** The pictures, if any are named, and the flags for a manifest, which does not say where they lie. @throws UsageError, PicturesError */
export async function picturesOf(
  options: PictureFlags,
): Promise<{ readonly pictures?: Pictures; readonly flags: string }> {
  const { images: folder, dataset } = options;
  const size = oneOf(options.size, pictureSizes, 'size') ?? '64';
  const channels = oneOf(options.channels, pictureChannels, 'channels') ?? '3';
  if (folder === undefined) {
    const alone = (['size', 'channels'] as const).find((name) => options[name] !== undefined);
    if (alone) throw new UsageError(`--${alone} is of pictures, and no --images <folder> names any.`);
    return { flags: '' };
  }
  if (dataset !== undefined) {
    throw new UsageError('--images and --dataset both say what to learn. Give one of them.');
  }
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UsageError(`--images takes a folder of pictures, and ${folder} is none.`);
  const pictures = await readPictures(folder, {
    size: Number(size),
    channels: Number(channels),
    onProgress(numRead, numPictures) {
      if (numRead % linesEvery === 0) say(`Read ${numRead} of ${numPictures} pictures.`);
    },
  });
  say(describe(folder, pictures));
  return { pictures, flags: ` --images <folder> --size ${size} --channels ${channels}` };
}

function describe(folder: string, { set, labels, leftOut }: Pictures): string {
  const { numPictures, classNames, imageWidth, imageHeight, imageChannels } = set;
  const counts = classNames.map((name, label) => {
    const count = labels.filter((each) => each === label).length;
    return `${name === ownClass ? 'in no subfolder' : name} ${count}`;
  });
  const classes = classNames.length > 1 ? ` in ${classNames.length} classes (${listed(counts, ', ')})` : '';
  const kind = `${imageWidth} × ${imageHeight} pixels ${imageChannels === 1 ? 'of grey' : 'in colour'}`;
  const read = `Learning ${numPictures} pictures of ${folder}${classes}, as ${kind}.`;
  return leftOut.length === 0
    ? read
    : `${read}\nLeft out, for their names do not end in .png, .jpg or .jpeg: ${listed(leftOut, ', ')}.`;
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

export interface Made {
  readonly original: MeasuredRecipe;
  /** With the settings of the command line. */
  readonly recipe: MeasuredRecipe;
  /** That makes it again. */
  readonly command: string;
}

/** @throws UsageError naming every recipe that cannot learn these pictures, and what to do. */
export function requireLearnable(
  pictures: PictureSet,
  made: readonly Made[],
  classifiers: readonly Recipe[],
): void {
  const problems = [
    ...classifiers.map(
      ({ id }) => `${id}: it is a classifier; GLO, autoencoders, VAEs and GANs learn pictures`,
    ),
    ...made.flatMap(({ original, recipe }) => {
      const problem = measuredOf(recipe).refusesPictures?.(recipe, pictures) ?? tooFew(recipe);
      return problem === undefined ? [] : [`${original.id}: ${problem}`];
    }),
  ];
  if (problems.length === 0) return;
  throw new UsageError(`These recipes cannot learn the pictures:\n  ${listed(problems, '\n  ')}`);
}

function tooFew({ dataset, training }: MeasuredRecipe): string | undefined {
  const { numTrainingImages, numValidationImages = 0 } = dataset;
  if (numTrainingImages >= training.batchSize) return undefined;
  const besides = numValidationImages > 0 ? ` beside ${numValidationImages} that it is checked on` : '';
  return `it learns ${training.batchSize} pictures at a time, and there are ${numTrainingImages}${besides}; add some`;
}

/** In place of metrics. */
export function sayWhereToLook(recipes: readonly MeasuredRecipe[], out: string): void {
  for (const recipe of recipes) {
    say(
      `Nothing here can judge ${recipe.id}: look at ${checkpointFolder(out, recipe)}/preview-*.png yourself.`,
    );
  }
}
