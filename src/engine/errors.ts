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

/** `what` computes with WebAssembly, and did not say why it could not start. */
export const didNotStart = (what: string, error: unknown): EngineError =>
  isMemoryRefused()
    ? new EngineError(
        'no-memory',
        `This browser refused the ${startMegabytes} MB of memory that ${what} starts with. Close other tabs or programs, and try again.`,
      )
    : new EngineError(
        'no-webassembly',
        `This browser did not start ${what} (${reasonOf(error)}). WebAssembly may be switched off: allow it for this site, or use another browser.`,
      );

/** What a runtime takes before it computes anything. */
const startMegabytes = 16;
const pagesInMegabyte = 16;

function isMemoryRefused(): boolean {
  if (typeof WebAssembly === 'undefined') return false;
  try {
    new WebAssembly.Memory({ initial: startMegabytes * pagesInMegabyte });
    return false;
  } catch {
    return true;
  }
}
