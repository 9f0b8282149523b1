import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../../../../src/networks/encoder-decoder/architecture.ts';
import { buildEncoderDecoder } from '../../../../../src/networks/encoder-decoder/predictor.ts';
import { createTrainer } from '../../../../../training/methods/encoder-decoder/train-step.ts';
import { goldenCompanions } from '../../../../support/golden-companions.ts';
import { relativeError } from '../../../../support/golden-file.ts';

describe.each(Object.entries(goldenCompanions))('the exact reference step of %s', (_, golden) => {
  const { file, config, objective, batch, parameters, activations } = golden();
  const trainer = () =>
    createTrainer({
      architecture: architectureOf(config),
      gaussianCode: config.gaussianCode,
      objective,
      parameters: parameters('param'),
      batchSize: 8,
    });
  const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

  it('gives the activations of every layer', () => {
    const stepping = trainer();
    stepping.computeGradients(batch);
    const found = stepping.activations();
    const expected = activations();
    expect(found).toHaveLength(expected.length);
    expected.forEach((values, layer) => {
      if (!values) return;
      const isLogit = layer === expected.length - 1 && objective.dataTerm === 'cross-entropy';
      const made = isLogit ? found[layer].map(sigmoid) : found[layer];
      expect.soft(relativeError(made, values), `layer ${layer}`).toBeLessThan(1e-5);
    });
  });

  it('gives the loss and its parts', () => {
    const { loss, data, divergence } = trainer().computeGradients(batch);
    expect(loss / file.scalar('loss')).toBeCloseTo(1, 6);
    expect(data + objective.divergenceWeight * divergence).toBeCloseTo(loss, 6);
    if (!config.gaussianCode) expect(divergence).toBe(0);
    else {
      const stated = file.scalar(objective.divergenceWeight === 2 ? 'klTerm' : 'kl');
      expect((objective.divergenceWeight * divergence) / stated).toBeCloseTo(1, 4);
    }
  });

  it('gives every gradient', () => {
    const stepping = trainer();
    stepping.computeGradients(batch);
    const gradients = stepping.gradients();
    const expected = parameters('grad');
    expect(Object.keys(gradients).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, values] of Object.entries(expected)) {
      expect.soft(relativeError(gradients[name], values), name).toBeLessThan(1e-5);
    }
  });

  it('gives every parameter after a step of Adam', () => {
    const stepping = trainer();
    stepping.computeGradients(batch);
    stepping.update(1e-3);
    const after = stepping.parameters();
    const [expected, gradients] = [parameters('adam1'), parameters('grad')];
    for (const [name, values] of Object.entries(expected)) {
      // The first step is the sign of the gradient times the rate: an entry whose gradient is rounding may take part of one.
      const errors = Array.from(values, (value, i) =>
        Math.abs(gradients[name][i]) > 1e-6 ? Math.abs(after[name][i] - value) : 0,
      );
      expect.soft(Math.max(...errors), name).toBeLessThan(2e-6);
    }
  });

  it('draws in the same way when it is only run', () => {
    const model = buildEncoderDecoder(config, parameters('param'));
    const expected = activations();
    const code = expected.findIndex(
      (values) => values?.length === 8 * config.codeDim * (config.gaussianCode ? 2 : 1),
    );
    expect(relativeError(model.encode(batch.images), expected[code] ?? [])).toBeLessThan(1e-5);
    expect(
      relativeError(model.decode(expected[code + 1] ?? new Float32Array()), expected.at(-1) ?? []),
    ).toBeLessThan(1e-5);
  });
});
