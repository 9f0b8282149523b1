/**
 * Which lines of the quoted algorithm run in which phase of a training step. A line is named by its whole text, so that an edit of the source
 * fails the build and the test in place of lighting up another line.
 */
export const phases = ['batch', 'codes', 'noise', 'generate', 'compare', 'gradients', 'update'] as const;
export type Phase = (typeof phases)[number];

interface RunningLines {
  /** From the root of the repository, as `SourceQuote` has it. */
  readonly path: string;
  /** Undefined for a file that is quoted whole. */
  readonly region?: string;
  readonly lines: Readonly<Partial<Record<Phase, readonly string[]>>>;
}

export const pytorchLines: readonly RunningLines[] = [
  {
    path: 'docs/glo.py',
    lines: {
      batch: ['for images in torch.randperm(len(labels)).split(32):'],
      codes: [
        'noisy_codes = content_codes(images) + noise  # a copy: the table stays clean',
        'outputs = generator(torch.cat([class_codes(labels), noisy_codes], dim=1))',
      ],
      noise: [
        'noise = sigma * torch.randn(len(images), dim)  # afresh for each image, each time',
        'noisy_codes = content_codes(images) + noise  # a copy: the table stays clean',
      ],
      generate: ['outputs = generator(torch.cat([class_codes(labels), noisy_codes], dim=1))'],
      compare: ['loss = l1_loss(outputs, targets) + mse_loss(outputs, targets)'],
      gradients: [
        'optimizer.zero_grad()',
        'loss.backward()  # to the weights, and to the rows of both tables',
      ],
      update: ['optimizer.step()  # Adam moves all rows, also those outside the batch'],
    },
  },
];

export const typescriptLines: readonly RunningLines[] = [
  {
    path: 'training/methods/glo/train-step.ts',
    region: 'gradients',
    lines: {
      batch: ['const { images, labels, targets, noise, transferLabels } = batch;'],
      codes: [
        'const contentCodes = gatherRows(model.contentCodes, contentDim, images);',
        'const classCodes = gatherRows(model.classCodes, classDim, labels);',
      ],
      noise: ['const noisyCodes = contentCodes.map((value, i) => value + noise[i]);'],
      generate: [
        'const pass = generatorPass(model, { count, contentCodes: noisyCodes, classCodes }, (intensity) =>',
      ],
      compare: [
        'reconstructionLoss({ intensity, targets, shape: model.dims, name: loss, auxiliaryClassifier }),',
      ],
      gradients: [
        'parameters: pass.parameters,',
        'addCodeGradients(gradients, model.dims, { images, labels, input: pass.input });',
      ],
    },
  },
  {
    path: 'training/methods/glo/train-step.ts',
    region: 'training-step',
    lines: {
      update: [
        'optimizer.parameters[name].update(model.parameters[name], gradients.parameters[name]);',
        'optimizer.classCodes.update(model.classCodes, gradients.classCodes);',
        'optimizer.contentCodes.update(model.contentCodes, gradients.contentCodes);',
      ],
    },
  },
];

/** The lines of one phase, in the order in which they are quoted. */
export const linesOf = (language: readonly RunningLines[], phase: Phase): readonly string[] =>
  language.flatMap(({ lines }) => lines[phase] ?? []);

/**
 * For each line of a quoted text, the phases in which it runs.
 * @throws Error when a line that is named is not there, or more than once.
 */
export function phasesByLine(code: string, path: string, region?: string): readonly (readonly Phase[])[] {
  const texts = code.split('\n').map((line) => line.trim());
  const found = texts.map((): Phase[] => []);
  const quote = [...pytorchLines, ...typescriptLines].find(
    (each) => each.path === path && each.region === region,
  );
  for (const phase of phases) {
    for (const line of quote?.lines[phase] ?? []) {
      const at = texts.indexOf(line);
      if (at < 0 || texts.includes(line, at + 1)) {
        throw new Error(
          `${path} has the line "${line}" ${at < 0 ? 'no longer' : 'more than once'}. It runs in the phase "${phase}": name it anew in src/components/mdx/running-lines.ts.`,
        );
      }
      found[at].push(phase);
    }
  }
  return found;
}
