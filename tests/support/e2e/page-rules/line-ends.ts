/** A symbol and its value never part at the end of a line, nor do a number and its percent sign: in prose, captions, tables and live text. */
import type { Page } from '@playwright/test';
import { expect } from '../test.ts';
import type { PageRule } from './page-rule.ts';

/** Symbols and values, and numbers and percent signs, between which a line can end, each with the text before it. */
export const looseSymbols = (page: Page): Promise<{ found: number; loose: string[] }> =>
  page.evaluate(() => {
    const block =
      /^(?:block|list-item|table-cell|table-caption|grid|flex|inline-block|inline-flex|flow-root)$/;
    const outside = 'svg, script, style, pre, option, .katex-mathml, noscript';
    const lines = new Map<Element, Text[]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!(node instanceof Text) || !parent || parent.closest(outside)) continue;
      let line = parent;
      // The boxes of a formula stand in one line.
      while (line.parentElement && (line.closest('.katex') || !block.test(getComputedStyle(line).display)))
        line = line.parentElement;
      lines.set(line, [...(lines.get(line) ?? []), node]);
    }
    const result = { found: 0, loose: [] as string[] };
    for (const texts of lines.values()) {
      const letters = texts.flatMap((text) => Array.from(text.data, (letter) => ({ letter, text })));
      const whole = letters.map(({ letter }) => letter).join('');
      for (const match of whole.matchAll(/[σλδμ]\s*[=<>≤≥]?\s*[−-]?\d|[\d)]\s*%/g)) {
        result.found += 1;
        const inside = letters.slice(match.index, match.index + match[0].length);
        // An index or a power: KaTeX breaks no line within a base.
        const [base, ...others] = new Set(
          inside.map(({ text }) => text.parentElement?.closest('.katex .base')),
        );
        if (base && others.length === 0) continue;
        const ends = inside.filter(({ letter, text }) => {
          const parent = text.parentElement;
          const formula = parent?.closest('.katex') ?? undefined;
          if (!formula && (/\S/.test(letter) || letter === '\u00a0')) return false;
          return parent && !/nowrap|pre$/.test(getComputedStyle(formula ?? parent).whiteSpace);
        });
        if (ends.length > 0)
          result.loose.push(whole.slice(Math.max(match.index - 30, 0), match.index + match[0].length));
      }
    }
    return result;
  });

export const symbolsKeepTheirValues: PageRule = {
  name: 'a symbol and its value stay on one line, a number and its percent sign, too',
  async check(page) {
    // Of folded text, too.
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    const { found, loose } = await looseSymbols(page);
    expect(loose).toEqual([]);
    expect(found).toBeGreaterThan(0);
  },
};
