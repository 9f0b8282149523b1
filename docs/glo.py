"""Generative Latent Optimization in PyTorch: the generator, one training step, and the loop."""
import torch
from torch import nn
from torch.nn.functional import l1_loss, mse_loss


def build_generator(code_dim):
    dense = [layer for n, m in [(code_dim, 84), (84, 120), (120, 400)]
             for layer in (nn.Linear(n, m), nn.ReLU())]
    first = [nn.Upsample(scale_factor=2), nn.ConvTranspose2d(16, 16, 5), nn.BatchNorm2d(16), nn.ReLU()]
    last = [nn.Upsample(scale_factor=2), nn.ConvTranspose2d(16, 1, 5, padding=2), nn.Sigmoid()]
    return nn.Sequential(*dense, nn.Unflatten(1, (16, 5, 5)), *first, *last)


def train_step(model, optimizer, images, labels, targets, noise):
    generator, class_codes, content_codes = model
    noisy_codes = content_codes(images) + noise  # a copy: the table stays clean
    outputs = generator(torch.cat([class_codes(labels), noisy_codes], dim=1))
    loss = l1_loss(outputs, targets) + mse_loss(outputs, targets)
    optimizer.zero_grad()
    loss.backward()  # to the weights, and to the rows of both tables
    optimizer.step()  # Adam moves all rows, also those outside the batch
    return loss.item()


def train(targets, labels, sigma=0.3, dim=25, epochs=50):  # [n, 1, 28, 28] from 0 to 1; [n]
    tables = nn.Embedding(10, dim), nn.Embedding(len(labels), dim)  # both start as N(0, 1)
    model = nn.ModuleList([build_generator(2 * dim), *tables])
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    for _ in range(epochs):
        for images in torch.randperm(len(labels)).split(32):
            noise = sigma * torch.randn(len(images), dim)  # afresh for each image, each time
            train_step(model, optimizer, images, labels[images], targets[images], noise)
    return model.eval()
