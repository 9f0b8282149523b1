/** The ONNX graph of each checkpoint, made from its weights when the site is built: the bytes whose hash its manifest states. */
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { allEntries } from '../../../components/build/manifests.ts';
import { modelsFolder } from '../../../contract/ids.ts';
import { makeOnnx } from '../../../../training/methods/make-onnx.ts';
import { readManifest } from '../../../../training/export/read-checkpoint.ts';

const extension = '.onnx';

export const getStaticPaths = (async () =>
  Promise.all(
    allEntries().map(async ({ id }) => {
      const { onnx } = await readManifest(join(modelsFolder, id));
      return { params: { id, file: onnx.file.path.slice(0, -extension.length) } };
    }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(await makeOnnx(join(modelsFolder, params['id'] ?? '')));
