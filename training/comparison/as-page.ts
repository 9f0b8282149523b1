/** A comparison of two runs as one HTML file that needs nothing beside it: tables, curves of training, pictures side by side. */
import { apartMeans, cautions } from './as-text.ts';
import type { ComparedRun } from './compared-run.ts';
import type { Differences } from './differences.ts';
import { curvesSvg } from './curves.ts';
import { escaped } from './escaped.ts';
import { apartText, differenceText, spreadText } from './numbers.ts';

const style = `
:root { color-scheme: light dark; --paper: #fff; --text: #1b1b1b; --faint: #767676; --rule: #ddd; --a: #0067a8; --b: #c2410c; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181c; --text: #e8e8e8; --faint: #a0a0a0; --rule: #3a3d44; --a: #6cb8f0; --b: #f59e6b; } }
body { margin: 2rem auto; max-width: 68rem; padding: 0 1rem; background: var(--paper); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; font-size: 1.2rem; } h3 { font-size: 1rem; }
.a { color: var(--a); } .b { color: var(--b); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--rule); text-align: right; white-space: nowrap; }
th:first-child, td:first-child { padding-left: 0; text-align: left; white-space: normal; }
small { display: block; color: var(--faint); }
.pairs { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
figure { margin: 0; } figure img { width: 100%; background: #fff; image-rendering: pixelated; }
svg { width: 100%; max-width: 32rem; } svg text { fill: var(--faint); font-size: 11px; }
`;

export function comparisonPage(runs: readonly [ComparedRun, ComparedRun], differences: Differences): string {
  const [first, second] = runs;
  const { settings, metrics } = differences;
  const heads = `<th scope="col" class="a">${escaped(first.name)}</th><th scope="col" class="b">${escaped(second.name)}</th>`;
  const settingRows = settings.map(
    ({ name, values }) =>
      `<tr><th scope="row">${escaped(name)}</th>${values.map((value) => `<td>${escaped(value)}</td>`).join('')}</tr>`,
  );
  const metricRows = metrics.map(
    ({ name, meaning, spreads, difference, isApart }) =>
      `<tr><th scope="row">${escaped(name)}<small>${escaped(meaning)}</small></th>` +
      spreads.map((spread) => `<td>${spreadText(spread)}</td>`).join('') +
      `<td>${differenceText(difference)}</td><td>${apartText(isApart)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(first.name)} and ${escaped(second.name)}</title>
<style>${style}</style>
<h1><span class="a">${escaped(first.name)}</span> and <span class="b">${escaped(second.name)}</span></h1>
${cautions(differences)
  .map((caution) => `<p>${caution}</p>`)
  .join('\n')}
<h2>Settings that differ</h2>
${settingRows.length > 0 ? table(`<th scope="col">setting</th>${heads}`, settingRows) : '<p>None.</p>'}
<h2>Curves of training</h2>
<div class="pairs">${curvesSvg(first.history, second.history)}</div>
<h2>Pictures</h2>
${pictures(runs)}
<h2>What was measured</h2>
${table(`<th scope="col">metric</th>${heads}<th scope="col">difference</th><td></td>`, metricRows)}
<p>${apartMeans} In brackets: seeds.</p>
</html>
`;
}

const table = (head: string, rows: readonly string[]): string =>
  `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`;

/** Those that both have, under each other's name. */
function pictures([first, second]: readonly [ComparedRun, ComparedRun]): string {
  const shared = [...first.pictures.keys()].filter((file) => second.pictures.has(file));
  if (shared.length === 0) return '<p>No picture was kept of both.</p>';
  return shared
    .map((file) => {
      const each = [first, second].map(({ name, pictures: of }) => {
        const src = `data:image/png;base64,${Buffer.from(of.get(file) ?? []).toString('base64')}`;
        return `<figure><img src="${src}" alt="${escaped(`${file} of ${name}`)}"><figcaption>${escaped(name)}</figcaption></figure>`;
      });
      return `<h3>${escaped(file)}</h3>\n<div class="pairs">${each.join('\n')}</div>`;
    })
    .join('\n');
}
