/** Lines of the quoted algorithm, and the phases of a step in which they run: an edit of the source is noticed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  linesOf,
  phases,
  phasesByLine,
  pytorchLines,
  typescriptLines,
} from '../../../../../src/components/mdx/running-lines.ts';
import { cutRegion, wholeFile } from '../../../../../src/components/mdx/source-region.ts';

const quoted = (path: string, region?: string): string => {
  const source = readFileSync(path, 'utf8');
  return (region === undefined ? wholeFile(source) : cutRegion(source, region, path)).code;
};

describe.each([
  ['PyTorch', pytorchLines],
  ['TypeScript', typescriptLines],
] as const)('The algorithm in %s', (_, language) => {
  it('has a line for every phase', () => {
    for (const phase of phases) expect(linesOf(language, phase).length, phase).toBeGreaterThan(0);
  });

  it('has every named line in its quote, once', () => {
    for (const { path, region, lines } of language) {
      const found = phasesByLine(quoted(path, region), path, region);
      for (const phase of phases) {
        expect(found.filter((each) => each.includes(phase)).length).toBe(lines[phase]?.length ?? 0);
      }
    }
  });

  it('is quoted on the page', () => {
    const page = readFileSync('src/pages/method.mdx', 'utf8');
    for (const { path, region } of language) {
      expect(page).toContain(
        `<SourceQuote path="${path}"${region === undefined ? '' : ` region="${region}"`}>`,
      );
    }
  });
});

describe('a line', () => {
  const code = quoted('docs/glo.py');

  it('that was edited stops the build', () => {
    expect(() =>
      phasesByLine(code.replace('optimizer.step()', 'optimizer.step(None)'), 'docs/glo.py'),
    ).toThrow(
      /^docs\/glo\.py has the line "optimizer\.step\(\).*" no longer\. It runs in the phase "update"/,
    );
  });

  it('that is there twice stops it, too', () => {
    expect(() => phasesByLine(`${code}\n    optimizer.zero_grad()`, 'docs/glo.py')).toThrow(
      'docs/glo.py has the line "optimizer.zero_grad()" more than once.',
    );
  });

  it('of another source runs in no phase', () => {
    expect(phasesByLine('a\nb', 'src/other.ts')).toEqual([[], []]);
  });
});
