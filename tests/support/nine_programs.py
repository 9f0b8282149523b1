"""
Runs the programs of the chapter on mistakes on a few random images for a few epochs, and prints as JSON what each left behind. Reads from
the standard input a JSON object of programs by name. Started by tests/unit/src/components/figures/mistakes/program.test.ts.
"""
import json
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn.functional import l1_loss, mse_loss

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'docs'))
from glo import build_generator  # noqa: E402

torch.set_num_threads(1)
num_images, num_epochs = 80, 3  # the last batch is smaller than 32


def run(program):
    torch.manual_seed(1)
    given = {
        'torch': torch, 'nn': nn, 'l1_loss': l1_loss, 'mse_loss': mse_loss, 'build_generator': build_generator,
        'images': torch.rand(num_images, 1, 28, 28), 'labels': torch.arange(num_images) % 10, 'first': torch.arange(10),
    }
    short = program.replace('2000', str(num_images)).replace('range(50)', f'range({num_epochs})')
    before, after = short.split('\nfor epoch in ')
    exec(before, given)
    start = {name: given[name].detach().clone() for name in ['class_codes', 'content_codes']}
    torch.manual_seed(2)
    exec('for epoch in ' + after, given)
    moved = {name: (given[name].detach() - start[name]).abs().mean().item() for name in start}
    return {
        'classMoved': moved['class_codes'],
        'contentMoved': moved['content_codes'],
        'contentSize': given['content_codes'].detach().pow(2).mean().sqrt().item(),
        'startSize': start['content_codes'].pow(2).mean().sqrt().item(),
        'loss': given['loss'].item(),
        'pictures': list(torch.cat(given['row']).shape),
        'training': given['draw'].training,
        'newContents': list(given['new_contents'].shape),
        'meanShape': list(given['mean'].shape),
        'noiseShape': list(given['noise'].shape),
    }


json.dump({name: run(program) for name, program in json.load(sys.stdin).items()}, sys.stdout)
