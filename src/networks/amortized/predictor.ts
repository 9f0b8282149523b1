/** Two trained encoders as one function, from images to the codes that a generator of GLO takes. */
import type { CodeBatch } from '../generator/codes.ts';
import type { NamedParameters } from '../layers/parameters.ts';
import { buildPass } from '../layers/pass.ts';
import { codeEncodersOf, type CodeEncodersConfig } from './architecture.ts';

export interface CodeEncoders {
  readonly config: CodeEncodersConfig;
  /**
   * `images`: intensity in [0, 1], [n × numbers of an image], row-major → a class code and a content code an image.
   * @throws RangeError when it is not a whole number of images.
   */
  encode(images: Float32Array): CodeBatch;
}

/** Nothing is to be freed: its memory goes with it. */
export function buildCodeEncoders(config: CodeEncodersConfig, parameters: NamedParameters): CodeEncoders {
  const { classEncoder, contentEncoder } = codeEncodersOf(config);
  const classPass = buildPass(classEncoder, parameters);
  const contentPass = buildPass(contentEncoder, parameters);
  return {
    config,
    encode(images) {
      const contentCodes = contentPass(images);
      return { count: contentCodes.length / config.contentDim, contentCodes, classCodes: classPass(images) };
    },
  };
}
