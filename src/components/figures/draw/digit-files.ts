/** What was found, as files to take along: the codes as JSON, the ten digits as a strip in SVG. Pure. */
import type { Found } from './searcher.ts';
import { bestClass, foundContent, numSteps } from './searcher.ts';

const side = 28;
/** Amounts of ink that are told apart. */
const levels = 16;

export function codesJson(found: Found): string {
  const { request, checkpoint, state } = found;
  const digit = bestClass(state.best.loss);
  const { classDim } = checkpoint.manifest.model;
  return `${JSON.stringify(
    {
      checkpoint: request.id,
      start: request.start,
      seed: request.seed,
      numSteps,
      digit,
      loss: state.best.loss[digit],
      lossOfEachClass: Array.from(state.best.loss),
      contentCode: Array.from(foundContent(found)),
      classCode: Array.from(checkpoint.classCodes.subarray(digit * classDim, (digit + 1) * classDim)),
      image: Array.from(request.image, (ink) => Number(ink.toFixed(3))),
    },
    undefined,
    1,
  )}\n`;
}

/** A row of pictures [n, 784], black on nothing: one path for each amount of ink. */
export function stripSvg(ink: Float32Array, title: string): string {
  const count = ink.length / side / side;
  const paths = Array.from({ length: levels }, () => '');
  ink.forEach((amount, i) => {
    const level = Math.round(amount * (levels - 1));
    const [cell, pixel] = [Math.floor(i / side / side), i % (side * side)];
    if (level > 0) paths[level] += `M${cell * side + (pixel % side)} ${Math.floor(pixel / side)}h1v1h-1z`;
  });
  const drawn = paths
    .map((path, level) => path && `<path fill-opacity="${(level / (levels - 1)).toFixed(2)}" d="${path}"/>`)
    .filter(Boolean);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${count * side} ${side}" shape-rendering="crispEdges">`,
    `<title>${title}</title>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}
