/** Parsing at the boundary: a failed parse becomes one error that names the file, each field and what to do. */
import type { z } from 'zod';

export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/** `problems`: one line each, the field first. */
export const contractError = (where: string, problems: readonly string[]): ContractError =>
  new ContractError(
    [
      `${where} does not follow the checkpoint contract:`,
      ...problems.map((problem) => `  ${problem}`),
      'Make it again with npm run train -- <id> --force.',
    ].join('\n'),
  );

/** @throws ContractError */
export function parseOrExplain<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw contractError(
    where,
    result.error.issues.map((issue) => `${issue.path.join('.') || '(whole)'}: ${issue.message}`),
  );
}
