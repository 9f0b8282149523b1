import { expect, test } from 'vitest';
import {
  gridOptions,
  interpolationFields,
  placeOf,
  pointOn,
  positionAt,
  positionOn,
  snapToStep,
  walkOn,
} from '../../../../../../src/components/figures/interpolation/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import { interpolationPreview } from '../../../../../../src/contract/previews.ts';
import { facts as figureFacts } from '../facts.ts';

const facts = { ...figureFacts, ends: { classes: [7, 9], images: [15, 4] } };

test('the figure starts as its first frame, with the point in the middle', () => {
  const state = parseState(interpolationFields(facts), '');
  const options = gridOptions(state);
  expect(options.classes).toEqual([7, 9]);
  expect(options.images).toEqual([15, 4]);
  expect(options.contentSteps).toHaveLength(interpolationPreview.steps);
  expect(state).toMatchObject({ x: 0.5, y: 0.5 });
});

test('its whole state goes through a link', () => {
  const text = 'recipe:exercise,sigma:1,images:7.8,classes:9.0,path:both,x:0.25,y:0.75';
  const fields = interpolationFields(facts);
  expect(formatState(fields, parseState(fields, text))).toBe(text);
});

test('a walk turns round at both ends and keeps its pace', () => {
  expect(walkOn({ position: 0.75, direction: 1 }, 0.125)).toEqual({ position: 0.875, direction: 1 });
  expect(walkOn({ position: 0.75, direction: 1 }, 0.5)).toEqual({ position: 0.75, direction: -1 });
  expect(walkOn({ position: 0.25, direction: -1 }, 0.5)).toEqual({ position: 0.25, direction: 1 });
});

test('a walk stays on its path after a long pause', () => {
  expect(walkOn({ position: 0.5, direction: 1 }, 100).position).toBe(0);
  expect(walkOn({ position: 0.5, direction: -1 }, 100).position).toBe(1);
});

test('each path moves its own part of the point', () => {
  const point = { x: 0.25, y: 0.75 };
  expect(pointOn('content', point, 0.5)).toEqual({ x: 0.5, y: 0.75 });
  expect(pointOn('class', point, 0.5)).toEqual({ x: 0.25, y: 0.5 });
  expect(pointOn('both', point, 0.5)).toEqual({ x: 0.5, y: 0.5 });
  expect(positionOn('content', point)).toBe(0.25);
  expect(positionOn('class', point)).toBe(0.75);
});

test('the middle of a cell is its step, and the rim belongs to the ends', () => {
  const steps = interpolationPreview.steps;
  for (let i = 0; i < steps; i++) {
    expect(positionAt((i + 0.5) / steps)).toBeCloseTo(i / (steps - 1));
    expect(placeOf(i / (steps - 1))).toBeCloseTo((i + 0.5) / steps);
  }
  expect([positionAt(-0.1), positionAt(0.01), positionAt(0.99), positionAt(2)]).toEqual([0, 0, 1, 1]);
});

test('snapping goes to the steps of the grid', () => {
  expect(snapToStep(0.5)).toBeCloseTo(4 / 7);
  expect(snapToStep(0.05)).toBe(0);
});
