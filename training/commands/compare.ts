/** `npm run compare -- <id> <id>`: what differs between two runs, as text and as an HTML file. */
import { writeFile } from 'node:fs/promises';
import { modelsFolder } from '../../src/contract/ids.ts';
import { outFolder, parseOptions } from '../command-line/arguments.ts';
import { comparisonPage } from '../comparison/as-page.ts';
import { comparisonText } from '../comparison/as-text.ts';
import { readComparedRun } from '../comparison/compared-run.ts';
import { differencesOf } from '../comparison/differences.ts';
import { UsageError } from '../errors/usage-error.ts';

const help = `Usage: npm run compare -- <id or folder> <id or folder> [--html <file>] [--out <folder>]

Says in what two runs differ: their settings, and everything that was measured, with the spread over seeds.
A folder is that of a checkpoint, such as runs/models/<id>.

  --html <file>   writes a page too, with curves and pictures side by side
  --out <folder>  where ids are looked for; public/models unless said
  -h, --help      this text

Exit codes: 0 compared, 1 a damaged file, 2 wrong usage.
`;

export async function compare(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions({
    args,
    allowPositionals: true,
    options: {
      html: { type: 'string' },
      out: { type: 'string', default: modelsFolder },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length !== 2)
    throw new UsageError(`Compare takes two runs, not ${positionals.length}.\n\n${help}`);
  const out = outFolder(values.out);
  const [first, second] = [
    await readComparedRun(positionals[0], out),
    await readComparedRun(positionals[1], out),
  ];
  const differences = differencesOf(first, second);
  process.stdout.write(comparisonText([first, second], differences));
  if (values.html !== undefined) {
    await writeFile(values.html, comparisonPage([first, second], differences));
    process.stderr.write(`Written to ${values.html}.\n`);
  }
  return 0;
}
