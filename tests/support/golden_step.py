"""
Runs one step of docs/glo.py on the exact reference step (tests/fixtures/README.md), in float64, and prints as JSON how far each of its
values is from the reference: the largest difference, relative to the largest value. Started by tests/unit/docs/glo.test.ts.
"""
import json
import struct
import sys
from pathlib import Path

import torch
from torch import nn

root = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(root / 'docs'))
import glo  # noqa: E402

torch.set_default_dtype(torch.float64)

file = (root / 'tests/fixtures/generator-step.safetensors').read_bytes()
header_end = 8 + struct.unpack('<Q', file[:8])[0]
header = json.loads(file[8:header_end])


def golden(name):
    start, end = header[name]['data_offsets']
    kind = {'F32': 'f', 'I32': 'i'}[header[name]['dtype']]
    values = struct.unpack(f'<{(end - start) // 4}{kind}', file[header_end + start:header_end + end])
    return torch.tensor(values).reshape(header[name]['shape'])


def distance(actual, expected):
    return ((actual - expected).abs().max() / expected.abs().max().clamp_min(1e-30)).item()


names = ['dense1', 'dense2', 'dense3', 'convT1', 'batchNorm', 'convT2']
generator = glo.build_generator(50)
layers = [layer for layer in generator if next(layer.parameters(), None) is not None]
tables = {'classCodes': nn.Embedding(10, 25), 'contentCodes': nn.Embedding(8, 25)}
gamma_and_beta = {'weight': 'gamma', 'bias': 'beta'}
parameters = {name: table.weight for name, table in tables.items()}
for name, layer in zip(names, layers, strict=True):
    for kind, value in layer.named_parameters():
        parameters[f'{name}.{gamma_and_beta[kind] if name == "batchNorm" else kind}'] = value
with torch.no_grad():
    for name, value in parameters.items():
        value.copy_(golden(f'in.{name}' if name in tables else f'param.{name}'))

model = nn.ModuleList([generator, *tables.values()])
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
labels = golden('in.labels').long()
loss = glo.train_step(
    model, optimizer, torch.arange(8), labels, golden('in.target'), golden('in.noise'),
)

distances = {}
for name, value in parameters.items():
    # The bias before batch norm has no gradient but rounding, and Adam makes a whole step of it: not compared.
    if name != 'convT1.bias':
        distances[f'grad.{name}'] = distance(value.grad, golden(f'grad.{name}'))
        distances[f'adam1.{name}'] = distance(value.detach(), golden(f'adam1.{name}'))
batch_norm = layers[names.index('batchNorm')]
distances['train.runningMean'] = distance(batch_norm.running_mean, golden('train.runningMean'))
distances['train.runningVar'] = distance(batch_norm.running_var, golden('train.runningVar'))
with torch.no_grad():
    codes = torch.cat([tables['classCodes'](labels), tables['contentCodes'].weight], dim=1)
    distances['evalAfterStep.output'] = distance(generator.eval()(codes), golden('evalAfterStep.output'))

# The loop around the step, on forty random images for one epoch: its loss and codes come out finite, in the shapes asked for.
torch.manual_seed(0)
trained = glo.train(torch.rand(40, 1, 28, 28), torch.arange(40) % 10, dim=3, epochs=1)
print(json.dumps({
    'loss': loss,
    'distances': distances,
    'shapes': [list(value.shape) for value in (trained[1].weight, trained[2].weight)],
    'finite': all(bool(value.isfinite().all()) for value in trained.parameters()),
    'training': trained.training,
}))
