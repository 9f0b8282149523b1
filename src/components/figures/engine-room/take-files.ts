/** From what a reader gives to a checkpoint that is kept and opens, or a graph; or to what is wrong, in words. */
import { getEngine } from '../../../engine/page-engine.ts';
import { EngineError } from '../../../engine/engine-error.ts';
import { keepOwnCheckpoint, removeOwnCheckpoint } from '../../../engine/own-checkpoints.ts';
import { readDropped, type GivenFile } from '../../../engine/dropped/read-dropped.ts';
import { setDroppedGraph } from './dropped-graph.ts';

/** What is said of it. @throws Refusal, ContractError or EngineError, each with what to do. */
export async function takeFiles(given: readonly GivenFile[]): Promise<string> {
  const dropped = await readDropped(given);
  if (dropped.kind === 'graph') {
    const { file, graph } = dropped;
    const name = graph.id || given[0].path;
    setDroppedGraph({ name, file, contentDim: graph.contentDim, classDim: graph.classDim });
    return `The graph ${name} is in the figure above, until you leave this page: it has no codes, so no other figure can use it.`;
  }
  const { name, key, manifest } = await keepOwnCheckpoint(dropped.files);
  try {
    await getEngine(key).load(manifest.family, key);
  } catch (error) {
    // ONNX Runtime wants a graph, which few folders have; tfjs opens it all the same.
    if (error instanceof EngineError && error.code !== 'contract') return `${name} is kept. ${error.message}`;
    await removeOwnCheckpoint(name);
    throw error;
  }
  return `${name} is kept in this browser.`;
}
