/** The content of a training image in each of the ten classes, from the address of a checkpoint's folder. */
import * as ort from 'onnxruntime-web';

export async function drawTransfers(folder, image) {
  const get = async (file) => (await fetch(`${folder}/${file}`)).arrayBuffer();
  const [graph, codes] = [await get('generator.onnx'), await get('codes.safetensors')];
  const start = 8 + Number(new DataView(codes).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(codes.slice(8, start)));
  const table = ({ shape: [rows, width], data_offsets: [from, to] }) => {
    const numbers = Float32Array.from(new Float16Array(codes.slice(start + from, start + to)));
    return Array.from({ length: rows }, (_, row) => numbers.subarray(row * width, (row + 1) * width));
  };
  const classCodes = table(header.class_codes);
  const content = table(header.content_codes)[image];
  const tensor = (rows) =>
    new ort.Tensor(
      'float32',
      rows.flatMap((row) => [...row]),
      [rows.length, content.length],
    );

  const generator = await ort.InferenceSession.create(new Uint8Array(graph));
  const inputs = { content_code: tensor(classCodes.map(() => content)), class_code: tensor(classCodes) };
  const pictures = await generator.run(inputs);
  return pictures.image.data; // 10 pictures, intensity from 0 to 1
}
