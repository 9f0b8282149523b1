/** Worker program of the `onnx` engine. */
import { tellLoadedFiles } from '../offline/loaded-files.ts';
import { onnxAdapter } from './adapters/onnx.ts';
import { serve } from './server.ts';
import { createSession } from './session.ts';

serve(self, (modelsUrl) => createSession({ adapter: onnxAdapter, modelsUrl }));
tellLoadedFiles();
