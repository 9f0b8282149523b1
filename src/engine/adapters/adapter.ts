/** What a session needs of a model runtime. Two exist: tfjs.ts and onnx.ts. */
import type { ClassifierManifest } from '../../contract/families/classifier.ts';
import type { GloManifest } from '../../contract/families/glo.ts';
import type { CodeBatch } from '../../networks/generator/codes.ts';

export interface Adapter {
  /** The runtime's binary for this browser. The session downloads it, so that its bytes count in the progress. */
  binary(): Promise<RuntimeBinary>;
  /** Called once, with the downloaded binary. */
  start(wasm: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The file that `open` and `openJudge` read. */
  readonly networkFile: 'weights' | 'onnx';
  /** @throws ContractError when the file does not hold the network that the manifest describes. */
  open(manifest: GloManifest, networkFile: Uint8Array<ArrayBuffer>): Promise<LoadedGenerator>;
  /** The same for a classifier. */
  openJudge(manifest: ClassifierManifest, networkFile: Uint8Array<ArrayBuffer>): Promise<LoadedJudge>;
}

export interface RuntimeBinary {
  readonly url: string;
  readonly bytes: number;
}

export interface LoadedGenerator {
  /** Intensity in [0, 1], [count, imageHeight × imageWidth], row-major, in memory of its own. */
  generate(batch: CodeBatch): Promise<Float32Array<ArrayBuffer>>;
  /** Frees the weights. */
  dispose(): void;
}

export interface LoadedJudge {
  /** Of each digit, [count × 10], row-major. `images`: intensity in [0, 1], [count × imageHeight × imageWidth]. */
  probabilities(images: Float32Array): Promise<Float32Array>;
  /** Frees the weights. */
  dispose(): void;
}
