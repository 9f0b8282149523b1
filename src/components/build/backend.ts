/** The runtime of the models that draw and read while the site is built, started once. */
import { startWasmBackend } from '../../networks/blocks/wasm-backend.ts';

let backend: Promise<void> | undefined;

export const startBackend = (): Promise<void> => (backend ??= startWasmBackend());
