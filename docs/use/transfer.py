"""The content of a training image in each of the ten classes, from the folder of a checkpoint."""

import numpy as np
import onnxruntime
from safetensors.numpy import load_file


def draw_transfers(folder, image):
    codes = load_file(f"{folder}/codes.safetensors")
    class_codes = codes["class_codes"].astype(np.float32)
    content = codes["content_codes"][image].astype(np.float32)
    generator = onnxruntime.InferenceSession(f"{folder}/generator.onnx")
    inputs = {"content_code": np.tile(content, (10, 1)), "class_code": class_codes}
    return generator.run(["image"], inputs)[0]  # 10 pictures, intensity from 0 to 1
