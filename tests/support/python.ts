/** Python, where it has what a test needs: the tests of the pages' Python run with it, and say so where they cannot. */
import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';
import { printedJson } from './printed-json.ts';

/** The interpreter; a virtual environment's is chosen with `PYTHON=path`. */
const python = process.env['PYTHON'] ?? 'python3';

/** A suite that is skipped, with a message, where Python lacks one of the modules. */
export function describeWithPython(title: string, modules: readonly string[], body: () => void): void {
  const canRun = spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0;
  const skipped = `${title} (skipped: ${python} has no ${modules.join(', ')}; PYTHON=path names another interpreter)`;
  if (!canRun) console.warn(skipped);
  describe.skipIf(!canRun)(canRun ? title : skipped, body);
}

/** What it prints, as JSON. `input`: as JSON, on its standard input. */
export const runPython = (args: readonly string[], input?: unknown): unknown =>
  printedJson(python, args, input);
