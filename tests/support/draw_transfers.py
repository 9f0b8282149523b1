"""Draws with docs/use/transfer.py: a checkpoint's folder and images in, their pictures as JSON out."""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "docs" / "use"))
from transfer import draw_transfers  # noqa: E402

folder, *images = sys.argv[1:]
print(json.dumps([draw_transfers(folder, int(image)).ravel().tolist() for image in images]))
