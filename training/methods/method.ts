/**
 * What the trainer asks of a method. A family of models is a folder here that fulfils this and stands once in table.ts; plan, pool, store
 * and commands know nothing else of it.
 */
import type { Manifest } from '../../src/contract/manifest.ts';
import type { RunMetrics } from '../../src/contract/metrics.ts';
import type { Provenance } from '../../src/contract/parts.ts';
import type { LabelledImages, PictureSet } from '../data/sources.ts';
import type { MeasuredRecipe, Overrides, Recipe } from '../recipes/recipe.ts';

export interface EpochReport {
  readonly epoch: number;
  readonly numEpochs: number;
  readonly loss: number;
}

/** A checkpoint before it is written: bytes by path in its folder, manifest.json included. */
export interface CheckpointFolder {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Most have to open files first. */
type AnyGenerator<Step, End> = Generator<Step, End> | AsyncGenerator<Step, End>;

export interface MakeInput<R extends Recipe> {
  readonly recipe: R;
  /** The recipe's training images. */
  readonly data: LabelledImages;
  /** Those behind them that it is checked on. */
  readonly validation: LabelledImages;
  /** Folder of the network that training takes, if it takes one. */
  readonly trainingNetwork?: string | undefined;
  readonly provenance: Provenance;
  /** Folder for TensorBoard's event files. */
  readonly logs?: string | undefined;
}

export interface MeasureInput<R extends Recipe> {
  readonly recipe: R;
  /** Of the whole checkpoint. */
  readonly folder: string;
  readonly evaluationClassifier: string;
  /** Folder of the network that training took, if it took one. */
  readonly trainingNetwork?: string | undefined;
  readonly provenance: Pick<RunMetrics['provenance'], 'command' | 'evaluationVersion'>;
}

/** The wasm backend has been started before anything here is called. */
export interface Method<out R extends Recipe = Recipe, out M extends Manifest = Manifest> {
  readonly family: R['family'];
  /** Experiments that `train:all` makes and measures; their method has `measured`. */
  readonly runs: readonly (R & MeasuredRecipe)[];
  /** Networks that runs are measured and guided with. */
  readonly supportNetworks: readonly R[];
  /** The modules that decide the bytes of a checkpoint, with what they import. */
  readonly sources: readonly string[];
  /** Trains: a generator of epochs that ends with the files. @throws Error when training diverges, ContractError when the result breaks the contract. */
  make(input: MakeInput<R>): AnyGenerator<EpochReport, CheckpointFolder>;
  /** Whether a recipe would give this manifest again, but for the code. */
  wouldMake(manifest: M, recipe: R): boolean;
  /** The recipe that a manifest came from: it holds every setting that decides the bytes. */
  recipeOf(manifest: M, ships: boolean): R;
  /** The ONNX graph of a checkpoint, from its folder. */
  onnx(folder: string): Promise<Uint8Array<ArrayBuffer>>;
  readonly measured?: Measured<R>;
  readonly mapped?: Mapped<R>;
}

export interface MapInput {
  /** Of the whole checkpoint. */
  readonly folder: string;
  readonly provenance: Provenance;
}

/** Of a method with runs whose codes pages walk through. */
export interface Mapped<out R extends Recipe = Recipe> {
  /** The modules that decide the bytes of a map. */
  readonly sources: readonly string[];
  isMapped(recipe: R): boolean;
  /** The file of the map of a checkpoint's codes. @throws ContractError when the checkpoint is not whole. */
  map(input: MapInput): Promise<Uint8Array<ArrayBuffer>>;
}

/** Of a method whose runs are measured. */
export interface Measured<out R extends Recipe = Recipe> {
  /** The modules that decide what is measured. */
  readonly sources: readonly string[];
  measure(input: MeasureInput<R>): Promise<RunMetrics>;
  /** What the run is told apart by, as its metrics say it. */
  settingOf(recipe: R): object;
  /** Id of the network that training takes, if it takes one: a classifier that guides or follows it, or the run that it begins at. */
  trainingNetworkOf(recipe: R): string | undefined;
  /** The recipe with settings of the command line. */
  override(recipe: R, overrides: Overrides): R;
  /** Of an overridden recipe: why it cannot learn its folder of pictures, and what to do instead. */
  refusesPictures?(recipe: R, pictures: PictureSet): string | undefined;
  /** Pictures that pages show of this run though its weights are not shipped, by file. */
  shownPictures(recipe: R): readonly string[];
  /** The picture that goes into the group's sheet where pages do not show it. */
  readonly sheetPicture?: string;
}
