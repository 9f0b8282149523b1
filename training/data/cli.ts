/** `npm run data`: finds MNIST or downloads it, checks every byte, and says where it is. */
import { parseArgs } from 'node:util';
import { loadMnist, MnistError } from './mnist.ts';

const help = `Usage: npm run data

Looks for MNIST in $MNIST_DIR, data/mnist and ../shared/mnist, downloads into data/mnist
what is missing (11 MB), checks every file's SHA-256, and prints where each split is.

Options:
  -h, --help  this text
Exit codes:
  0  both splits are there, whole
  1  a file is wrong, or could not be had
  2  wrong usage
`;

async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 2;
  }
  try {
    for (const split of ['train', 'test'] as const) {
      const { numImages, where } = await loadMnist(split);
      process.stdout.write(`MNIST ${split}: ${numImages} images in ${where}, checked\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof MnistError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
