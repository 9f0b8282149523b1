/**
 * One drawing as an SVG string: Observable Plot on a document of its own, then our words and marks on top. Build time only. Colours
 * are custom properties and fonts are the page's (charts.css), so the string says nothing of either.
 */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Box } from './labels.ts';
import type { DrawingSize } from './types.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

export interface Drawing {
  readonly svg: Element;
  /** The area between the axes. */
  readonly frame: Box;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Plots into a size with margins; `options` has scales and marks. */
export function plotInto(
  { width, height }: DrawingSize,
  { top, right, bottom, left }: Margins,
  options: Plot.PlotOptions,
): Drawing {
  const { document } = parseHTML('<html></html>');
  const svg = Plot.plot({
    ...options,
    document,
    width,
    height,
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
    className: 'chart-svg',
  });
  const position = (name: 'x' | 'y') => {
    const scale = svg.scale(name);
    return (value: number): number => Number(scale?.apply(value));
  };
  return {
    svg,
    frame: { x: left, y: top, width: width - left - right, height: height - top - bottom },
    x: position('x'),
    y: position('y'),
  };
}

/** Appends an element of SVG and gives it back. */
export function append(parent: Element, name: string, attributes: Attributes, text?: string): Element {
  const element = parent.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(element, attributes);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
}

/** The groups that Plot made of one kind of mark, in the order of the marks. */
export const groupsOf = ({ svg }: Drawing, kind: string): Element[] =>
  [...svg.children].filter((child) => child.getAttribute('aria-label') === kind);

export interface Label extends Box {
  readonly text: string;
}

export const labelHeight = 15;

/** A text whose box was placed by labels.ts. */
export const appendLabel = (
  parent: Element,
  { text, x, y, height }: Label,
  attributes: Attributes = {},
): Element => append(parent, 'text', { x, y: y + height * 0.77, ...attributes }, text);

const numbered = ['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'transform', 'width', 'height'];

/** Without what Plot brings for pages that have no style of their own, and with coordinates to a tenth of a pixel. */
export function finish({ svg }: Drawing, { name, width, height }: DrawingSize): string {
  svg.querySelector('style')?.remove();
  for (const plain of ['font-size', 'font-family', 'fill', 'text-anchor', 'width', 'height']) {
    svg.removeAttribute(plain);
  }
  setAttributes(svg, {
    class: `chart-svg chart-${name}`,
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': svg.querySelector('a') ? undefined : 'true',
  });
  for (const element of svg.querySelectorAll('*')) {
    if (element.localName !== 'a') element.removeAttribute('aria-label');
    element.removeAttribute('aria-hidden');
    for (const attribute of numbered) {
      const value = element.getAttribute(attribute);
      if (value !== null) {
        element.setAttribute(
          attribute,
          value.replace(/-?\d*\.\d+/g, (number) => String(Number(Number(number).toFixed(1)))),
        );
      }
    }
  }
  append(svg, 'circle', { class: 'chart-cursor', r: 6.5 });
  return svg.outerHTML;
}
