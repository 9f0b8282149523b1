/** Worker program of the `tfjs` engine. */
import { tfjsAdapter } from './adapters/tfjs.ts';
import { modelsUrl } from './models-url.ts';
import { serve } from './server.ts';
import { createSession } from './session.ts';

serve(self, createSession({ adapter: tfjsAdapter, modelsUrl }));
