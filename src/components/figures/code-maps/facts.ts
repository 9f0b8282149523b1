/** What figures with maps of codes are told of them at build time. Not for islands. */
import { readManifests } from '../../build/manifests.ts';
import { withBase } from '../../layout/links.ts';
import type { CodeMapsFacts } from './page-map.ts';

export const codeMapsFacts = (): CodeMapsFacts => ({
  mapsUrl: withBase('data/maps/'),
  contentDims: Object.fromEntries(readManifests().map(({ id, model }) => [id, model.contentDim])),
});
