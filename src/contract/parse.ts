/** Parsing at the boundary: a failed parse becomes one error that names the file, each field and what to do. */
import type { z } from './schema.ts';

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
  throw contractError(where, explain(result.error.issues));
}

/** Where none of several schemas fits, what the nearest one has against the value. */
const explain = (issues: readonly z.core.$ZodIssue[], within: readonly PropertyKey[] = []): string[] =>
  issues.flatMap((issue) => {
    const path = [...within, ...issue.path];
    const fits = issue.code === 'invalid_union' ? [...issue.errors].sort((a, b) => a.length - b.length) : [];
    const nearest = fits.at(0);
    return nearest ? explain(nearest, path) : [`${path.join('.') || '(whole)'}: ${issue.message}`];
  });
