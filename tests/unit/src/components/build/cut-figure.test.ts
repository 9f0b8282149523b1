import { describe, expect, it } from 'vitest';
import { cutFigure, mapPage } from '../../../../../src/components/build/cut-figure.ts';
import { withFigures } from '../../../../../src/components/build/place-figures.ts';

const start = '<script>start()</script>';
const chart = '<script type="module" src="/_astro/chart.js"></script>';
const page = [
  '<html><head><link rel="stylesheet" href="/a.css"><style>b{}</style><link rel="icon" href="/i.svg"></head><body>',
  '<script>shell()</script><main>',
  '<figure class="source-quote">no figure of ours</figure>',
  `<figure class="figure" id="first"><div>${start}<astro-island uid="u" prefix="r0" props="{}">`,
  '<div data-figure="one"><figure>inner</figure><input id="_r0R_1_"><label for="_r0R_1_">σ</label></div></astro-island></div>',
  '<figcaption><a href="#first">Figure 1</a> <a href="#fig-one=x:1">set</a> <a href="#fig-two=x:1">other</a> <a href="#text">text</a></figcaption></figure>',
  `<figure class="figure" id="second">${chart}<script type="application/json">{"kept":1}</script></figure>`,
  '</main><script>foot()</script></body></html>',
].join('');
const ids = new Set(['first', 'second']);
const cut = (id: string) => cutFigure(mapPage(page, ids), id, '/repo/samples/');

describe('A figure cut out of its page', () => {
  it('is whole, figures within it included', () => {
    expect(cut('first').html).toMatch(
      /^<figure class="figure" id="first">.*<figure>inner<\/figure>.*<\/figcaption><\/figure>$/,
    );
  });

  it('comes with the styles of the head and the scripts of the text, not with those of the shell', () => {
    expect(cut('second').styles).toEqual(['<link rel="stylesheet" href="/a.css">', '<style>b{}</style>']);
    expect(cut('second').scripts).toEqual([start, chart]);
  });

  it('keeps its data, and leaves its scripts to the page that it is put on', () => {
    expect(cut('second').html).toBe(
      '<figure class="figure" id="second"><script type="application/json">{"kept":1}</script></figure>',
    );
  });

  it('sets itself by its own links; all other anchors lead to its page', () => {
    const { html } = cut('first');
    expect(html).toContain('href="#first"');
    expect(html).toContain('href="#fig-one=x:1"');
    expect(html).toContain('href="/repo/samples/#fig-two=x:1"');
    expect(html).toContain('href="/repo/samples/#text"');
  });

  it('has ids of its own among figures of other pages, where React finds them again', () => {
    const { html } = cut('first');
    expect(html).toContain('prefix="first-r0"');
    expect(html).toContain('<input id="_first-r0R_1_"><label for="_first-r0R_1_">');
  });

  it('fails where its page does not have it', () => {
    expect(() => cut('third')).toThrow(
      'The page /repo/samples/ has no figure "third". Say in figures.ts where it stands.',
    );
  });
});

describe('A page with places for figures', () => {
  const host = `<html><head><link rel="stylesheet" href="/a.css"></head><body><div data-figure-here="first"><p>soon</p></div><div class="x" data-figure-here="second"><p>soon</p></div></body></html>`;
  const filled = withFigures(host, cut);

  it('has each in its place, and nothing of what held it', () => {
    expect(filled).not.toContain('soon');
    expect(filled.indexOf('id="first"')).toBeLessThan(filled.indexOf('id="second"'));
  });

  it('gets each style and each script once, scripts before the first figure', () => {
    expect(filled.split('/a.css')).toHaveLength(2);
    expect(filled.split('<style>b{}</style></head>')).toHaveLength(2);
    for (const script of [start, chart]) expect(filled.split(script)).toHaveLength(2);
    expect(filled.indexOf(chart)).toBeLessThan(filled.indexOf('id="first"'));
  });
});
