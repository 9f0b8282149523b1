/** What a model with an encoder is measured with and against, whatever its family. */
import type { EncoderDecoder } from '../../../src/networks/encoder-decoder/predictor.ts';
import type { LabelledImages } from '../../data/sources.ts';
import type { EvaluationClassifier } from '../pictures.ts';

export interface EncoderSetup {
  readonly model: EncoderDecoder;
  /** All images that it learned, and those that it is checked on. */
  readonly training: LabelledImages;
  readonly validation: LabelledImages;
  /** What neither it nor any choice has seen. */
  readonly test: LabelledImages;
  readonly evaluationClassifier: EvaluationClassifier;
}
