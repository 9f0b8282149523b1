/** Who imports whom: no file and no room imports in a circle, types included, and the drawing of it is as the imports are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLoops, readImports } from '../../scripts/house/graph.ts';
import { importsOf } from '../../scripts/house/imports.ts';
import { readHouse } from '../../scripts/house/rooms.ts';
import { roomTexts } from '../../scripts/house/texts.ts';
import { drawing, houseFile } from '../../scripts/house.ts';

const graph = readImports('.', ['src', 'training']);
const house = readHouse(graph);

describe('the house', () => {
  it('has no file that imports itself by way of others, types included', () => {
    expect(findLoops(graph).map((loop) => loop.join(' → '))).toEqual([]);
  });

  it('has no two rooms that import each other, by whatever way', () => {
    const loops = findLoops({
      files: house.rooms,
      arrows: house.passages.map(({ from, to }) => ({ from, to, typeOnly: false })),
    });
    expect(loops.map((loop) => loop.join(' → '))).toEqual([]);
  });

  it('has chapters that are text: they import figures, their vocabulary and the layout, and hold no script of their own', () => {
    const allowed = /^src\/(?:components\/(?:figures|mdx|layout)|layouts)\//;
    const chapters = graph.files.filter((file) => file.endsWith('.mdx'));
    expect(chapters.length).toBeGreaterThan(5);
    const others = graph.arrows.filter(({ from, to }) => from.endsWith('.mdx') && !allowed.test(to));
    expect(others).toEqual([]);
    for (const chapter of chapters)
      expect(readFileSync(chapter, 'utf8')).not.toMatch(/^export |\bfetch\(|=>/m);
  });

  it('has islands that bring neither a model runtime nor a schema: both come with the worker', () => {
    const islands = graph.files.filter((file) => file.endsWith('Figure.tsx'));
    expect(islands.length).toBeGreaterThan(20);
    const sent = new Set(islands);
    // What checks a reader's own checkpoints comes when a page asks for it by import().
    const later = /\.worker\.ts$|^src\/engine\/own-checkpoints\.ts$/;
    // A set also visits what is added while it is walked.
    for (const file of sent) {
      for (const { from, to, typeOnly } of graph.arrows)
        if (from === file && !typeOnly && !later.test(to)) sent.add(to);
    }
    const ofWorkers = /^(?:@tensorflow\/|onnxruntime-web|zod$)/;
    const bringing = [...sent].filter((file) =>
      importsOf(readFileSync(file, 'utf8'), file).some(
        ({ specifier, typeOnly }) => !typeOnly && ofWorkers.test(specifier),
      ),
    );
    expect(bringing).toEqual([]);
  });

  it('is drawn as it is (after a change: npm run house)', () => {
    expect(drawing()).toBe(readFileSync(houseFile, 'utf8'));
  });

  it('says of every room what it is for, and of no other', () => {
    expect(Object.keys(roomTexts).sort()).toEqual([...house.rooms]);
  });
});

describe('importsOf', () => {
  it('sees every way to import: a value, types, export … from, import() and a URL of a worker', () => {
    const text = [
      `import { a } from './a.ts';`,
      `import type { B } from './b.ts';`,
      `export { c } from './c.ts';`,
      `const d = await import('./d.ts');`,
      `new Worker(new URL('./e.ts', import.meta.url));`,
    ].join('\n');
    expect(importsOf(text, 'x.ts')).toEqual([
      { specifier: './a.ts', typeOnly: false },
      { specifier: './b.ts', typeOnly: true },
      { specifier: './c.ts', typeOnly: false },
      { specifier: './d.ts', typeOnly: false },
      { specifier: './e.ts', typeOnly: false },
    ]);
  });

  it('reads the scripts of pages and components, and no example in a block of code', () => {
    const page = `---\nlayout: ../l.astro\n---\n\nimport A from './A.astro';\n\n# Title\n\n\`\`\`ts\nimport { no } from './no.ts';\n\`\`\`\n`;
    expect(importsOf(page, 'x.mdx').map(({ specifier }) => specifier)).toEqual(['../l.astro', './A.astro']);
    const component = `---\nimport B from './B.astro';\n---\n<p>import</p>\n<script>\nimport './c.ts';\n</script>\n`;
    expect(importsOf(component, 'x.astro').map(({ specifier }) => specifier)).toEqual([
      './B.astro',
      './c.ts',
    ]);
  });
});

describe('findLoops', () => {
  const arrow = (from: string, to: string) => ({ from, to, typeOnly: true });

  it('names the shortest way around, once', () => {
    const arrows = [arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'a'), arrow('c', 'd')];
    expect(findLoops({ files: ['a', 'b', 'c', 'd'], arrows })).toEqual([['a', 'b', 'c', 'a']]);
  });

  it('finds none where all arrows point down', () => {
    expect(findLoops({ files: ['a', 'b'], arrows: [arrow('a', 'b')] })).toEqual([]);
  });
});
