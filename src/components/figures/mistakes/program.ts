/**
 * The exercise as a short PyTorch program, and the same program with each mistake in it. Given are `build_generator` (docs/glo.py), the
 * 2,000 images and their labels, and `first`: the first image of each class. A test runs all ten where PyTorch is installed.
 */
import type { MistakeName } from '../../../contract/families/glo.ts';

const right = {
  generator: 'generator = build_generator(50)',
  classCodes: 'class_codes = torch.randn(10, 25, requires_grad=True)',
  contentCodes: 'content_codes = torch.randn(2000, 25, requires_grad=True)',
  adam: 'adam = torch.optim.Adam(generator.parameters(), lr=1e-3)',
  codeAdam: 'code_adam = torch.optim.Adam([class_codes, content_codes], lr=1e-3)',
  epochs: 'for epoch in range(50):',
  batches: '    for batch in torch.randperm(2000).split(32):',
  classes: '        e = class_codes[labels[batch]]',
  noise: '        noise = 0.3 * torch.randn(len(batch), 25)',
  contents: '        c = content_codes[batch] + noise',
  drawn: '        drawn = generator(torch.cat([e, c], 1))',
  loss: '        loss = l1_loss(drawn, images[batch]) + mse_loss(drawn, images[batch])',
  clear: '        adam.zero_grad(), code_adam.zero_grad()',
  backward: '        loss.backward()',
  step: '        adam.step(), code_adam.step()',
  ready: 'draw = generator.eval()',
  classLoop: 'for e in class_codes:',
  transfers: '    row = [draw(torch.cat([e, c])[None]) for c in content_codes[first]]',
  statistics: 'std, mean = torch.std_mean(content_codes, 0, keepdim=True)',
  contentsOfSamples: 'new_contents = mean + std * torch.randn(2000, 25)',
} as const;

type Place = keyof typeof right;
const places = Object.keys(right) as readonly Place[];

/** What stands in a mistaken program in the place of a line; the line itself, where it stays, is among them. */
const mistaken: Readonly<Record<MistakeName, Partial<Record<Place, readonly string[]>>>> = {
  'copied-codes': {
    classes: ['        e = nn.Parameter(class_codes[labels[batch]].data)'],
    contents: ['        c = nn.Parameter(content_codes[batch].data) + noise'],
  },
  'slot-moments': {
    contentCodes: [
      'content_codes = torch.randn(2000, 25)',
      'slots = torch.zeros(32, 25, requires_grad=True)',
    ],
    codeAdam: ['code_adam = torch.optim.Adam([class_codes, slots], lr=1e-3)'],
    contents: [
      '        slots.data[:len(batch)] = content_codes[batch]',
      '        c = slots[:len(batch)] + noise',
    ],
    step: [right.step, '        content_codes[batch] = slots.data[:len(batch)]'],
  },
  'stored-noise': {
    contents: ['        content_codes.data[batch] += noise', '        c = content_codes[batch]'],
  },
  'shared-noise': { noise: ['        noise = 0.3 * torch.randn(25)'] },
  'accumulated-gradients': { clear: ['        adam.zero_grad()'] },
  'coupled-decay': {
    codeAdam: ['code_adam = torch.optim.Adam([class_codes, content_codes], lr=1e-3, weight_decay=1e-2)'],
  },
  'batch-norm-penalty': {
    loss: [right.loss, '        loss = loss + 1e-6 * content_codes[batch].abs().sum() ** 2'],
  },
  'batch-of-one': { ready: ['draw = generator'] },
  'statistics-axis': {
    statistics: ['std, mean = torch.std_mean(content_codes, 1, keepdim=True)'],
  },
};

export interface ProgramLine {
  readonly code: string;
  /** Part of the mistake. */
  readonly isWrong: boolean;
  /** What should stand there instead; at the last wrong line of its place. */
  readonly instead?: string;
}

/** Line by line; null is the program as it should be. */
export const programOf = (mistake: MistakeName | null): readonly ProgramLine[] =>
  places.flatMap((place) => {
    const line = right[place];
    const given = (mistake === null ? undefined : mistaken[mistake][place]) ?? [line];
    const isKept = given.includes(line);
    return given.map((code, i) => ({
      code,
      isWrong: code !== line,
      ...(i === given.length - 1 && !isKept ? { instead: line } : {}),
    }));
  });

export const programText = (lines: readonly ProgramLine[]): string =>
  lines.map(({ code }) => code).join('\n');
