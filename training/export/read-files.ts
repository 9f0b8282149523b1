/** What a folder's JSON and its other files are held to before anything believes them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileEntry } from '../../src/contract/parts.ts';
import { contractError } from '../../src/contract/parse.ts';

/** @throws ContractError for what is not JSON or breaks the contract, or the file system's error when there is no such file. */
export async function readJson<T>(path: string, parse: (value: unknown, where: string) => T): Promise<T> {
  const text = await readFile(path, 'utf8');
  try {
    return parse(JSON.parse(text), path);
  } catch (error) {
    if (error instanceof SyntaxError) throw contractError(path, [`it is not JSON: ${error.message}`]);
    throw error;
  }
}

/** @throws ContractError naming every file that is missing or has other bytes than its entry says. */
export async function checkFiles(folder: string, entries: readonly FileEntry[]): Promise<void> {
  const problems: string[] = [];
  for (const { path, bytes, sha256 } of entries) {
    const file = await readFile(join(folder, path)).catch(() => undefined);
    if (!file) problems.push(`${path} is missing`);
    else if (file.length !== bytes) problems.push(`${path} has ${file.length} bytes, expected ${bytes}`);
    else {
      const found = createHash('sha256').update(file).digest('hex');
      if (found !== sha256) problems.push(`${path} has SHA-256 ${found}, expected ${sha256}`);
    }
  }
  if (problems.length > 0) throw contractError(folder, problems);
}
