import { describe, expect, it } from 'vitest';
import { ganArchitectureOf } from '../../../../../src/networks/gan/architecture.ts';
import { penaltyDirection } from '../../../../../training/methods/gan/gradient-penalty.ts';
import { createGanTrainer, type Objective } from '../../../../../training/methods/gan/train-step.ts';
import type { Optimizer } from '../../../../../training/methods/gan/player.ts';
import { relativeError } from '../../../../support/golden-file.ts';
import { goldenConfig, openGoldenGan, type GoldenGan } from '../../../../support/golden-gan.ts';

type Named = Readonly<Record<string, Float32Array>>;

function trainerOf(
  golden: GoldenGan,
  objective: Objective,
  optimizer: Optimizer,
  { normalizes = false, singularVectors }: { normalizes?: boolean; singularVectors?: Named } = {},
) {
  return createGanTrainer({
    architecture: ganArchitectureOf({ ...goldenConfig, discriminatorNormalizes: normalizes }),
    objective,
    optimizer,
    parameters: { generator: golden.generator('param'), discriminator: golden.discriminator('param') },
    singularVectors,
    batchSize: 8,
  });
}

function expectClose(found: Float32Array, expected: Float32Array, what: string, tolerance = 1e-5) {
  expect.soft(relativeError(found, expected), what).toBeLessThan(tolerance);
}

/** `zero`: gradients that are 0 up to rounding, of a bias before a batch normalization. */
function expectAll(found: Named, expected: Named, zero: readonly string[] = []) {
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, values] of Object.entries(expected)) {
    if (zero.includes(name)) expect.soft(Math.max(...found[name].map(Math.abs)), name).toBeLessThan(1e-6);
    else expectClose(found[name], values, name, 1e-4);
  }
}

/** The first steps of Adam and RMSprop are signs: an entry whose gradient is rounding may take part of one. */
function expectStepped(found: Named, expected: Named, gradients: Named, tolerance: number) {
  for (const [name, values] of Object.entries(expected)) {
    const errors = Array.from(values, (value, i) =>
      Math.abs(gradients[name][i]) > 1e-6 ? Math.abs(found[name][i] - value) : 0,
    );
    expect.soft(Math.max(...errors), name).toBeLessThan(tolerance);
  }
}

/** Running statistics of a batch normalization, by our names. */
const running = (golden: GoldenGan, prefix: string, from: string, to: string): Named => ({
  [`${to}.mean`]: golden.values(`${prefix}.${from}.runningMean`),
  [`${to}.variance`]: golden.values(`${prefix}.${from}.runningVar`),
});
const generatorRunning = (golden: GoldenGan, prefix: string): Named => ({
  ...running(golden, prefix, 'gen.batchNorm1', 'generator.batchNorm1'),
  ...running(golden, prefix, 'gen.batchNorm2', 'generator.batchNorm2'),
});

const adam = { kind: 'adam', rate: 2e-4, betas: [0.5, 0.999] } as const;
const noisyLabels = (golden: GoldenGan) => ({
  real: golden.values('in.labelsReal'),
  fake: golden.values('in.labelsFake'),
});

describe.each([
  ['dcgan-step', false],
  ['dcgan-step-bn', true],
] as const)('the exact reference step %s', (fileName, normalizes) => {
  const golden = openGoldenGan(fileName, normalizes);
  const trainer = trainerOf(golden, { loss: 'cross-entropy', constraint: 'none' }, adam, { normalizes });
  const { generator, discriminator } = trainer;
  const { channelsLast, file, values } = golden;
  const activation = (layer: number) => generator.activations()[layer];

  it('moves the discriminator, with labels outside of [0, 1]', () => {
    const step = trainer.discriminatorStep({
      images: channelsLast('in.x'),
      codes: values('in.z1'),
      labels: noisyLabels(golden),
    });
    expectClose(activation(2), channelsLast('d.gen.batchNorm1').map(relu), 'batchNorm1');
    expectClose(activation(3), channelsLast('d.gen.convT1'), 'convT1');
    expectClose(activation(4), channelsLast('d.gen.batchNorm2').map(relu), 'batchNorm2');
    expectClose(activation(5), channelsLast('d.gen.image'), 'image');
    expectClose(step.real, values('d.logitsReal'), 'real');
    expectClose(step.fake, values('d.logitsFake'), 'fake');
    expect(step.loss / file.scalar('lossD')).toBeCloseTo(1, 6);
    const gradients = golden.discriminator('grad');
    expectAll(discriminator.gradients(), gradients, normalizes ? ['discriminator.conv2.bias'] : []);
    expectStepped(discriminator.parameters(), golden.discriminator('adam1'), gradients, 2e-7);
    expect(generator.parameters()).toEqual(golden.generator('param'));
    const statistics = { ...generator.chain.statistics(), ...discriminator.chain.statistics() };
    const expected = {
      ...generatorRunning(golden, 'stats1'),
      ...(normalizes && running(golden, 'stats1', 'disc.batchNorm', 'discriminator.batchNorm2')),
    };
    expectAll(statistics, expected);
  });

  it('then moves the generator, against the discriminator as it is now', () => {
    const step = trainer.generatorStep(values('in.z2'));
    expectClose(activation(5), channelsLast('g.gen.image'), 'image');
    expectClose(step.scores, values('g.logits'), 'logits');
    expect(step.loss / file.scalar('lossG')).toBeCloseTo(1, 6);
    const gradients = golden.generator('grad');
    expectAll(generator.gradients(), gradients, ['generator.convT1.bias']);
    expectStepped(generator.parameters(), golden.generator('adam1'), gradients, 2e-7);
    expectAll(generator.chain.statistics(), generatorRunning(golden, 'stats2'));
    if (!normalizes) return;
    const expected = running(golden, 'stats2', 'disc.batchNorm', 'discriminator.batchNorm2');
    const { 'discriminator.batchNorm2.mean': mean, ...others } = discriminator.chain.statistics();
    const { 'discriminator.batchNorm2.mean': expectedMean, ...expectedOthers } = expected;
    expectAll(others, expectedOthers);
    // A tenth of the bias before it, whose gradient is rounding and which Adam has moved by its rate up or down.
    const errors = Array.from(mean, (value, i) => Math.abs(value - expectedMean[i]));
    expect(Math.max(...errors)).toBeLessThan(0.1 * 2.1 * adam.rate);
  });
});

describe('the exact reference step of a discriminator with spectral normalization', () => {
  const golden = openGoldenGan('sngan-step');
  const { channelsLast, file, values } = golden;
  const layers = ['conv1', 'conv2', 'output'] as const;
  const vectors = (name: string): Record<string, Float32Array> =>
    Object.fromEntries(
      layers.map((layer) => [`discriminator.${layer}`, values(`disc.${name}.${layer}.weight`)]),
    );
  const trainer = trainerOf(golden, { loss: 'cross-entropy', constraint: 'spectral-norm' }, adam, {
    singularVectors: vectors('u0'),
  });
  const { generator, discriminator } = trainer;

  it('moves the discriminator after one power iteration', () => {
    const step = trainer.discriminatorStep({
      images: channelsLast('in.x'),
      codes: values('in.z1'),
      labels: noisyLabels(golden),
    });
    const found = discriminator.singularVectors();
    for (const [name, vector] of Object.entries(vectors('u1'))) expectClose(found[name], vector, name);
    const used = discriminator.usedParameters();
    expectClose(
      used['discriminator.conv2.weight'],
      file.transposed('disc.normalised1.conv2.weight', [2, 3, 1, 0]),
      'normalized',
    );
    expectClose(step.real, values('d.logitsReal'), 'real');
    expectClose(step.fake, values('d.logitsFake'), 'fake');
    expect(step.loss / file.scalar('lossD')).toBeCloseTo(1, 6);
    const gradients = golden.discriminator('grad');
    expectAll(discriminator.gradients(), gradients);
    expectStepped(discriminator.parameters(), golden.discriminator('adam1'), gradients, 2e-7);
  });

  it('then moves the generator after one more', () => {
    const step = trainer.generatorStep(values('in.z2'));
    const found = discriminator.singularVectors();
    for (const [name, vector] of Object.entries(vectors('u2'))) expectClose(found[name], vector, name);
    expectClose(step.scores, values('g.logits'), 'logits');
    expect(step.loss / file.scalar('lossG')).toBeCloseTo(1, 6);
    const gradients = golden.generator('grad');
    expectAll(generator.gradients(), gradients, ['generator.convT1.bias']);
    expectStepped(generator.parameters(), golden.generator('adam1'), gradients, 2e-7);
  });
});

describe('the exact reference steps of a WGAN with a clipped critic', () => {
  const golden = openGoldenGan('wgan-step');
  const { channelsLast, file, values } = golden;
  const trainer = trainerOf(
    golden,
    { loss: 'wasserstein', constraint: 'clipping' },
    { kind: 'rmsprop', rate: 5e-4 },
  );
  const { generator, discriminator } = trainer;

  it.each([1, 2])('moves the critic and clips it, step %d', (number) => {
    const step = trainer.discriminatorStep({
      images: channelsLast(`in.x${number}`),
      codes: values(`in.z${number}`),
    });
    expectClose(step.real, values(`d${number}.scoresReal`), 'real', 1e-4);
    expectClose(step.fake, values(`d${number}.scoresFake`), 'fake', 1e-4);
    expect(step.loss).toBeCloseTo(file.scalar(`lossD${number}`), 6);
    const gradients = golden.discriminator(`grad${number}`);
    expectAll(discriminator.gradients(), gradients, ['discriminator.output.bias']);
    expectStepped(discriminator.parameters(), golden.discriminator(`clipped${number}`), gradients, 2e-6);
  });

  it('then moves the generator', () => {
    const step = trainer.generatorStep(values('in.z3'));
    expectClose(step.scores, values('g.scores'), 'scores', 1e-4);
    expect(step.loss).toBeCloseTo(file.scalar('lossG'), 6);
    const gradients = golden.generator('grad');
    expectAll(generator.gradients(), gradients, ['generator.convT1.bias']);
    expectStepped(generator.parameters(), golden.generator('rms1'), gradients, 2e-6);
  });
});

describe('the exact reference step of a critic with gradient penalty', () => {
  const golden = openGoldenGan('wgan-gp-step-conv');
  const { channelsLast, file, values } = golden;

  it('moves it by the gradient of the penalty too', () => {
    const trainer = trainerOf(
      golden,
      { loss: 'wasserstein', constraint: 'gradient-penalty' },
      { kind: 'adam', rate: 1e-4, betas: [0.5, 0.9] },
    );
    const step = trainer.discriminatorStep({
      images: channelsLast('in.x'),
      codes: values('in.z1'),
      mix: values('in.alpha'),
    });
    const { discriminator } = trainer;
    expectClose(step.real, values('d.scoresReal'), 'real');
    expectClose(step.fake, values('d.scoresFake'), 'fake');
    expectClose(discriminator.activations()[0], channelsLast('d.interpolated'), 'between');
    expect(step.penalty / file.scalar('penalty')).toBeCloseTo(1, 5);
    expect(step.loss / file.scalar('loss')).toBeCloseTo(1, 5);
    const gradients = golden.discriminator('grad');
    expectAll(discriminator.gradients(), gradients, ['discriminator.output.bias']);
    expectStepped(discriminator.parameters(), golden.discriminator('adam1'), gradients, 2e-7);
  });

  it('sends the direction of the penalty through the tangent network', () => {
    const { value, direction } = penaltyDirection(values('d.inputGradient'), 8, 10);
    expect(value / file.scalar('penalty')).toBeCloseTo(1, 5);
    expectClose(direction, values('d.tangentDirection'), 'direction');
  });
});

describe('a game', () => {
  const golden = openGoldenGan('wgan-step');
  const gameOf = (objective: Objective, batchSize: number) =>
    createGanTrainer({
      architecture: ganArchitectureOf(goldenConfig),
      objective,
      optimizer: adam,
      parameters: { generator: golden.generator('param'), discriminator: golden.discriminator('param') },
      batchSize,
    });

  it('takes batches of a multiple of four images only', () => {
    expect(() => gameOf({ loss: 'wasserstein', constraint: 'none' }, 6)).toThrow(
      'A batch of 6 images is not a multiple of four.',
    );
  });

  it.each([
    { loss: 'cross-entropy', constraint: 'none' },
    { loss: 'wasserstein', constraint: 'gradient-penalty' },
  ] as const)('of $loss and $constraint takes more than images and codes', (objective) => {
    const batch = { images: golden.channelsLast('in.x1'), codes: golden.values('in.z1') };
    expect(() => gameOf(objective, 8).discriminatorStep(batch)).toThrow(
      'Cross-entropy takes labels, the gradient penalty a mix, and nothing else does.',
    );
  });
});

function relu(value: number): number {
  return Math.max(value, 0);
}
