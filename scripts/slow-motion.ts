/** `npm run slow-motion`: trains the small run of the figure that shows one step, and writes its recording where the page takes it from. */
import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { recordingFile } from '../src/components/figures/slow-motion/recording-file.ts';
import { encodeRecording } from '../src/components/figures/slow-motion/recording.ts';
import { startWasmBackend } from '../src/networks/blocks/wasm-backend.ts';
import { recordRun } from './slow-motion/record.ts';

await startWasmBackend();
const bytes = encodeRecording(recordRun());
const known = await readFile(recordingFile).catch(() => undefined);
// Machines compress in different ways, so only what is inside counts.
if (known && gunzipSync(known).equals(bytes)) {
  console.log(`${recordingFile} is as it should be.`);
} else {
  const packed = gzipSync(bytes, { level: 9 });
  await writeFile(recordingFile, packed);
  console.log(`${recordingFile}: ${packed.length} bytes, ${bytes.length} unpacked.`);
}
