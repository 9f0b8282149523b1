/** How failures become the `EngineError`s of engine-error.ts. */
import { ContractError } from '../contract/parse.ts';
import { EngineError } from './engine-error.ts';

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whatever was thrown, as an error a figure can show. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (error instanceof ContractError) return new EngineError('contract', error.message);
  return new EngineError('internal', `The engine failed (${reasonOf(error)}). Reload the page.`);
}
