/**
 * The house as an SVG: a box a room, importers above what they import. An arrow is left out where a longer way says it already, so that
 * the order can be seen. The same rooms give the same bytes.
 */
import dagre from '@dagrejs/dagre';
import type { House } from './rooms.ts';

/** What each room is for, in the words of its first look. */
export type RoomTexts = Readonly<Record<string, string>>;

const box = { width: 146, height: 44 };
const margin = 20;

export function drawHouse(house: House, texts: RoomTexts): string {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 12, ranksep: 34, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const room of house.rooms) graph.setNode(room, { ...box });
  for (const { from, to } of withoutDetours(house)) graph.setEdge(from, to);
  dagre.layout(graph);

  const { width, height } = graph.graph() as { readonly width: number; readonly height: number };
  const arrows = graph.edges().map((edge) => {
    const { points } = graph.edge(edge) as { points: readonly { x: number; y: number }[] };
    return `<path d="${curve(points)}" marker-end="url(#head)"><title>${edge.v} imports ${edge.w}</title></path>`;
  });
  const boxes = house.rooms.map((room) => {
    const { x, y } = graph.node(room) as unknown as { x: number; y: number };
    const [top, ...folders] = room.split('/');
    const [left, upper] = [x - box.width / 2, y - box.height / 2];
    return [
      `<g class="${top}">`,
      `<rect x="${round(left)}" y="${round(upper)}" width="${box.width}" height="${box.height}" rx="4"/>`,
      `<text class="name" x="${round(x)}" y="${round(y - 3)}">${folders.join('/').replace('components/', '')}</text>`,
      `<text x="${round(x)}" y="${round(y + 14)}">${texts[room] ?? ''}</text>`,
      '</g>',
    ].join('');
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height) + 24}" role="img" aria-labelledby="title desc">`,
    '<title id="title">The house: which room imports which</title>',
    `<desc id="desc">${house.rooms.length} rooms. Above is who imports, below what is imported; nothing points back up.</desc>`,
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>',
    '<rect class="paper" width="100%" height="100%"/>',
    ...arrows,
    ...boxes,
    `<text class="key" x="${margin}" y="${Math.ceil(height) + 8}">Filled: the site (src). Outlined: the trainer (training). An arrow means “imports”; what a longer way says already is left out.</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

/** The passages that no chain of others makes: the transitive reduction. */
function withoutDetours({ rooms, passages }: House): House['passages'] {
  const next = new Map(rooms.map((room) => [room, passages.filter(({ from }) => from === room)]));
  const reaches = (from: string, target: string): boolean =>
    (next.get(from) ?? []).some(({ to }) => to === target || reaches(to, target));
  return passages.filter(
    ({ from, to }) => !(next.get(from) ?? []).some((other) => other.to !== to && reaches(other.to, to)),
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Through the points, each corner rounded off by a quadratic curve. */
function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => `${round(x)} ${round(y)}`;
  const inner = points.slice(1, -1).map((point, i) => {
    const next = points[i + 2];
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(i + 3 === points.length ? next : middle)}`;
  });
  return [`M${at(points[0])}`, ...inner].join('');
}

const style = [
  'text{font:11px system-ui,sans-serif;text-anchor:middle;fill:#55504a}',
  '.name{font-size:13px;font-weight:600;fill:#1d1b17}',
  '.key{text-anchor:start}',
  '.paper{fill:#faf7f0}',
  '.src rect{fill:#e4e6ec;stroke:#27468c}',
  '.training rect{fill:#fffdf8;stroke:#6f6960}',
  'path{fill:none;stroke:#8d867a;stroke-width:1.2}',
  '.tip{fill:#8d867a;stroke:none}',
  '@media(prefers-color-scheme:dark){text{fill:#c3bfb4}.name{fill:#f1ece1}.paper{fill:#1d2427}.src rect{fill:#2b3a55;stroke:#9db4e6}.training rect{fill:#232b2e;stroke:#a8a296}}',
].join('');
