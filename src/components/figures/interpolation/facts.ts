/** What the interpolation is told at build time: what every figure is, the ends that it opens with, and where its first frames are. */
import { withBase } from '../../layout/links.ts';
import { figureFacts, type CheckpointProps } from '../shell/facts.ts';
import { findCheckpoint } from '../shell/state/checkpoints.ts';
import { openingEnds } from './bridge.ts';
import type { InterpolationFacts } from './state.ts';

export async function interpolationFacts(props: CheckpointProps = {}): Promise<InterpolationFacts> {
  const facts = await figureFacts('interpolation', props);
  const { preset, sigma } = facts.initial;
  const { id } = findCheckpoint(facts.checkpoints, preset, sigma);
  return {
    ...facts,
    // src/pages/data/interpolation/[id]/grid.png.ts
    modelsUrl: withBase('data/interpolation/'),
    previewFile: 'grid.png',
    ends: await openingEnds(id, facts.previewImages),
  };
}
