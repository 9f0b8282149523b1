/** What a session needs of a model runtime. Two exist: tfjs.ts and onnx.ts. */
import type { Family, ManifestOf } from '../../contract/manifest.ts';
import type { FunctionName, Functions } from '../functions.ts';

export interface Adapter {
  /** The runtime's binary for this browser. The session downloads it, so that its bytes count in the progress. */
  binary(): Promise<RuntimeBinary>;
  /** Called once, with the downloaded binary. */
  start(wasm: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The file that `open` reads. */
  readonly networkFile: 'weights' | 'onnx';
  /** By family. @throws ContractError when the file does not hold the network that the manifest describes. */
  readonly open: {
    readonly [Name in Family]: (
      manifest: ManifestOf<Name>,
      networkFile: Uint8Array<ArrayBuffer>,
    ) => Promise<OpenNetwork>;
  };
}

export interface RuntimeBinary {
  readonly url: string;
  readonly bytes: number;
}

/** The functions of a loaded network, each for one slice of a request. */
export type OpenNetwork = {
  readonly [Name in FunctionName]?: (input: Functions[Name]['input']) => Promise<Functions[Name]['output']>;
} & {
  /** Frees the weights. */
  dispose(): void;
};
