/** Worker program of the `onnx` engine. */
import { onnxAdapter } from './adapters/onnx.ts';
import { modelsUrl } from './models-url.ts';
import { serve } from './server.ts';
import { createSession } from './session.ts';

serve(self, createSession({ adapter: onnxAdapter, modelsUrl }));
