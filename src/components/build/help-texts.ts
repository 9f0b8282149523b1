/** What the trainer's command line says of itself, asked while the site is built: the pages cannot say something else. */
import { execFileSync } from 'node:child_process';

export const commandNames = ['train', 'train-all', 'evaluate', 'verify', 'compare', 'merge'] as const;

/** The text of `--help`. @throws Error when the command line fails. */
export const helpText = (command: (typeof commandNames)[number]): string =>
  execFileSync(process.execPath, ['training/cli.ts', command, '--help'], { encoding: 'utf8' }).trim();
