/** What the trainer's command line says of itself, asked while the site is built: the pages cannot say something else. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export const commandNames = ['train', 'train-all', 'evaluate', 'verify', 'compare', 'merge'] as const;

/** The text of `--help`. Rejects when the command line fails. */
export async function helpText(command: (typeof commandNames)[number]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['training/cli.ts', command, '--help']);
  return stdout.trim();
}
