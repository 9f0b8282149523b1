/** Parsing at the boundary: a failed parse becomes one error that names the file, each field and what to do. */
import type { z } from 'zod';

export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/** @throws ContractError */
export function parseOrExplain<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `  ${issue.path.join('.') || '(whole)'}: ${issue.message}`,
  );
  throw new ContractError(
    `${where} does not follow the checkpoint contract:\n${problems.join('\n')}\nMake it again with npm run train -- <id> --force.`,
  );
}
