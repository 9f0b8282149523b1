import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const module = pathToFileURL(resolve('src/components/figures/originals/originals.ts')).href;
const ask = `import { loadOriginals } from '${module}'; console.log(await loadOriginals());`;

test('where there is neither MNIST nor a network, it warns and says that there are no images', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'glo-no-mnist-'));
  // Nobody listens there.
  const offline = { MNIST_DIR: '', NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:9' };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', ask],
    { cwd: folder, env: { ...process.env, ...offline } },
  ).finally(() => rm(folder, { recursive: true }));
  expect(stdout).toBe('undefined\n');
  expect(stderr).toContain('The figures are built without the original images.');
  expect(stderr).toContain('train-images-idx3-ubyte.gz could not be downloaded.');
});
