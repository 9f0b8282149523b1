/** `train --images` as a person runs it: a folder of drawn faces, small and in colour, through a VAE, GLO and a GAN, whose game is shorter than one that a person can ask for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenShapes } from '../../src/contract/families/glo.ts';
import type { ManifestOf } from '../../src/contract/manifest.ts';
import { buildEncoderDecoder } from '../../src/networks/encoder-decoder/predictor.ts';
import { buildGan } from '../../src/networks/gan/predictor.ts';
import { buildPredictor } from '../../src/networks/generator/predictor.ts';
import { readTensors, requireTensors } from '../../src/networks/tensors-file.ts';
import { readPictures } from '../../training/data/pictures.ts';
import { checkCheckpoint, checkCheckpointOf } from '../../training/export/read-checkpoint.ts';
import { trainRun } from '../../training/jobs/train-run.ts';
import { loadEncoderDecoder } from '../../training/methods/encoder-decoder/files/load.ts';
import { loadGan } from '../../training/methods/gan/files/load.ts';
import { ganMethod } from '../../training/methods/gan/method.ts';
import { loadCheckpoint } from '../../training/methods/glo/files/load-checkpoint.ts';
import { makeOnnx } from '../../training/methods/make-onnx.ts';
import { ganRecipes } from '../../training/recipes/gan.ts';
import { openEncoderDecoderOnnx, openGanOnnx, openOnnx } from '../support/onnx.ts';
import { plain, red, writeFaces, writeFiles } from '../support/picture-files.ts';
import { filesBelow, runTrainer } from '../support/trainer.ts';

const [vae, glo] = ['vae-pictures-conv-variance0.001', 'glo-pictures-lord-sigma0.3'];
const gan = 'gan-pictures-dcgan-noise0.1';
const asked = [vae, glo].map((id) => id.replace('pictures', 'mnist'));
const classNames = ['glad', 'sad'];
const numFaces = 160;

let scratch: string;
let faces: string;
let made: string;
let words: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'glo-pictures-'));
  [faces, made] = [join(scratch, 'faces'), join(scratch, 'made')];
  await writeFaces(faces, numFaces);
  const options = ['--images', faces, '--epochs', '1', '--onnx', '--out', made];
  const { code, stderr } = await runTrainer('train', ...asked, ...options);
  words = stderr;
  expect(stderr).toContain('Made 2 of 2');
  expect(code).toBe(0);
  await playShortGame();
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** DCGAN's recipe, in eight turns. */
async function playShortGame(): Promise<void> {
  const pictures = await readPictures(faces, { size: 64, channels: 3 });
  const registered = ganRecipes.find(({ id }) => id === gan.replace('pictures', 'mnist'));
  if (!registered || !ganMethod.measured) throw new Error(`There is no recipe for ${gan}.`);
  const recipe = ganMethod.measured.override(registered, { numEpochs: 1, pictures: pictures.set });
  const provenance = { command: 'npm test', codeVersion: '0'.repeat(64) };
  await trainRun(
    {
      ...{
        kind: 'run',
        id: gan,
        out: made,
        pictures,
        provenance,
        numSteps: 8,
        trains: true,
        measures: false,
      },
      recipe: { ...recipe, training: { ...recipe.training, stepsPerEpoch: 8 } },
    },
    () => undefined,
  );
}

/** The light of a picture in the checkpoint, by channel. */
async function previewOf(id: string, name: string) {
  const { width, height, channels, data } = decode(await readFile(join(made, id, name)));
  return { size: [width, height, channels], numLevels: new Set(data).size };
}

describe('a folder of 64 × 64 faces in colour', () => {
  it('is told, and trained on without being measured', async () => {
    expect(words).toContain(
      `Learning ${numFaces} pictures of ${faces} in 2 classes (glad 80, sad 80), as 64 × 64 pixels in colour.\n`,
    );
    for (const id of [vae, glo]) {
      const { dataset, provenance } = await checkCheckpoint(join(made, id));
      expect(dataset).toMatchObject({ name: 'pictures', pictures: { numPictures: numFaces, classNames } });
      expect(provenance.command).toBe(
        `npm run train -- ${id.replace('pictures', 'mnist')} --images <folder> --size 64 --channels 3 --epochs 1`,
      );
      const files = filesBelow(join(made, id));
      expect(Object.keys(files)).not.toContain('metrics.json');
      expect(Buffer.from(files['manifest.json'], 'base64').toString()).not.toContain(scratch);
    }
  });

  it('gives a VAE that reads and draws it, with a tenth for validation', async () => {
    const folder = join(made, vae);
    const { manifest, parameters } = await loadEncoderDecoder(folder, await checkCheckpointOf('vae', folder));
    expect(manifest.dataset).toMatchObject({ numTrainingImages: 144, numValidationImages: 16 });
    const model = buildEncoderDecoder(manifest.model, parameters);
    const images = Float32Array.from({ length: 64 * 64 * 3 }, (_, i) => (i % 97) / 96);
    const codes = model.encode(images).slice(0, manifest.model.codeDim);
    const onnx = await openEncoderDecoderOnnx(
      await readFile(join(folder, manifest.onnx.file.path)),
      manifest.model,
    );
    expectClose(await onnx.decode(codes), channelsFirst(model.decode(codes)));
    expectClose(await onnx.encode(channelsFirst(images)), model.encode(images));
    expect(await previewOf(vae, 'preview-reconstructions.png')).toMatchObject({ size: [640, 128, 3] });
  });

  it('gives a DCGAN that draws it and scores it, from all pictures, and nothing reads what it draws', async () => {
    const { manifest, parameters, history } = await loadGan(join(made, gan));
    expect(manifest.dataset).toMatchObject({ numTrainingImages: numFaces, numValidationImages: 0 });
    expect(history.inception).toEqual([]);
    expect(manifest.ending).toEqual({
      kind: 'finished',
      message: 'Trained to the end, after 8 generator steps; no classifier reads its pictures.',
    });
    const model = buildGan(manifest.model, parameters);
    const codes = Float32Array.from({ length: manifest.model.codeDim }, (_, i) => Math.sin(i));
    const picture = model.generate(codes);
    const onnx = await openGanOnnx(await makeOnnx(join(made, gan)), manifest.model);
    expectClose(await onnx.generate(codes), channelsFirst(picture));
    const { scores } = await onnx.discriminate(channelsFirst(picture));
    expectClose(scores, model.discriminate(picture).scores);
    const { size, numLevels } = await previewOf(gan, 'preview-samples.png');
    expect(size).toEqual([640, 320, 3]);
    expect(numLevels).toBeGreaterThan(100);
  });

  it('gives a GLO with a code for each mood, which turns every face into the other', async () => {
    const { manifest, parameters } = await loadCheckpoint(join(made, glo));
    expect(manifest.model).toMatchObject({
      numClasses: 2,
      imageHeight: 64,
      imageWidth: 64,
      imageChannels: 3,
    });
    const golden = await goldenOf(manifest);
    const codes = { count: 2, contentCodes: golden.content_codes, classCodes: golden.class_codes };
    const predictor = buildPredictor(manifest.model, parameters);
    const pictures = predictor.predict(codes);
    predictor.dispose();
    expectClose(pictures, golden.images);
    const onnx = await openOnnx(await readFile(join(made, glo, manifest.onnx.file.path)));
    expectClose(await onnx.generate(codes), channelsFirst(pictures));
    expect(await previewOf(glo, 'preview-transfers.png')).toMatchObject({ size: [128, 128, 3] });
  });

  it('is up to date until a picture changes, and the same folder elsewhere gives the same bytes', async () => {
    const command = ['train', asked[1], '--epochs', '1', '--onnx'];
    const again = await runTrainer(...command, '--images', faces, '--out', made);
    expect(again.stderr).toContain(`1 of 1 up to date in ${made}`);
    const [copy, out] = [join(scratch, 'copy'), join(scratch, 'out')];
    await writeFaces(copy, numFaces);
    expect((await runTrainer(...command, '--images', copy, '--out', out)).code).toBe(0);
    expect(filesBelow(join(out, glo))).toEqual(filesBelow(join(made, glo)));
    writeFiles(copy, { 'glad/0.png': await plain(red, 64).png().toBuffer() });
    const changed = await runTrainer(...command, '--images', copy, '--out', out);
    expect(changed.stderr).toContain('Made 1 of 1');
  });

  it('cannot be measured, nor verified without being there', async () => {
    const evaluated = await runTrainer('evaluate', glo, '--out', made);
    expect(evaluated.stderr).toBe(
      `${glo} learned a folder of pictures, and no classifier here reads those: there is nothing to measure.\n`,
    );
    expect(evaluated.code).toBe(2);
    const verified = await runTrainer('verify', glo, '--out', made);
    expect(verified.stderr).toBe(
      `${glo} learned a folder of pictures, and its manifest does not say where that is. Train it again into another folder, and compare: npm run train -- glo-mnist-lord-sigma0.3 --images <folder> --size 64 --channels 3 --epochs 1 --out <other folder>\n`,
    );
    expect(verified.code).toBe(2);
  });
});

function expectClose(actual: Float32Array, expected: Float32Array): void {
  expect(actual).toHaveLength(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  actual.forEach((value, i) => expect(Math.abs(value - expected[i]) / scale).toBeLessThan(2e-3));
}

/** [n, height × width, 3] → [n, 3, height × width], as ONNX has images. */
function channelsFirst(images: Float32Array): Float32Array {
  const area = 64 * 64;
  return images.map((_, i) => {
    const [image, channel, position] = [Math.floor(i / area / 3), Math.floor(i / area) % 3, i % area];
    return images[(image * area + position) * 3 + channel];
  });
}

async function goldenOf(manifest: ManifestOf<'glo'>) {
  const { path } = manifest.files.golden;
  return requireTensors(
    readTensors(await readFile(join(made, glo, path)), path),
    goldenShapes(manifest),
    path,
  );
}
