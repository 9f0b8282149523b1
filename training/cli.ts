/** The trainer's command line: `train`, `train-all`, `evaluate`, `verify`, `compare`, `merge`. Arguments in, exit code out; `--help` says the rest. */
import { ContractError } from '../src/contract/parse.ts';
import { compare } from './commands/compare.ts';
import { evaluate } from './commands/evaluate.ts';
import { merge } from './commands/merge.ts';
import { train } from './commands/train.ts';
import { trainAll } from './commands/train-all.ts';
import { verify } from './commands/verify.ts';
import { MnistError } from './data/mnist.ts';
import { PicturesError } from './data/pictures/errors.ts';
import { explainFileError } from './errors/file-errors.ts';
import { UsageError } from './errors/usage-error.ts';

const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  train,
  'train-all': trainAll,
  evaluate,
  verify,
  compare,
  merge,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) {
  process.stderr.write(
    `There is no command ${JSON.stringify(name)}. There are ${Object.keys(commands).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  process.exitCode = await command(args).catch((error: unknown) => {
    const expected = [UsageError, MnistError, PicturesError, ContractError].some(
      (kind) => error instanceof kind,
    );
    const message = expected ? (error as Error).message : explainFileError(error);
    if (message === undefined) throw error;
    process.stderr.write(`${message}\n`);
    return error instanceof UsageError ? 2 : 1;
  });
}
