"""What every work shares: numbers that follow from a formula, so that contenders start alike without exchanging them.

A work defines step(i), the i-th training step, which gives its loss, BATCHES, how many different steps there are, and
STEPS, how many of them one timed turn takes. The same file runs in the product and in native PyTorch.
"""
import json
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)
DEVICE = globals().get("DEVICE", "cpu")  # who runs a work elsewhere sets it first


def hashed(count, seed):
    """`count` numbers in [0, 1) that look random: the fraction of 43758.5453 sin(12.9898 k + seed)."""
    wave = torch.sin(torch.arange(count, dtype=torch.float64) * 12.9898 + seed) * 43758.5453
    return wave - torch.floor(wave)


def spread(seed, *shape):
    """Numbers in [-1, 1)."""
    return (hashed(torch.Size(shape).numel(), seed) * 2 - 1).reshape(shape).float().to(DEVICE)


def classes(count, seed, below):
    """Whole numbers in [0, below)."""
    return (hashed(count, seed) * below).long().to(DEVICE)


def filled(model):
    """The model with weights spread by their inputs and everything one-dimensional as it is, biases zero."""
    model = model.to(DEVICE)
    with torch.no_grad():
        weights = [p for p in model.parameters() if p.ndim > 1]
        for index, weight in enumerate(weights):
            weight.copy_(spread(index + 1, *weight.shape) * weight[0].numel() ** -0.5)
        for name, parameter in model.named_parameters():
            if "bias" in name:
                parameter.zero_()
    return model


class MLP(nn.Module):
    """The chapter's: 784-128-128-10."""

    def __init__(self):
        super().__init__()
        self.fc1, self.fc2, self.fc3 = nn.Linear(784, 128), nn.Linear(128, 128), nn.Linear(128, 10)

    def forward(self, x):
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x)))))


def classifying_step(model, X, Y, batch):
    """step(i): Adam on the i-th batch, the loss read."""
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)

    def step(i):
        optimizer.zero_grad()
        rows = slice(i * batch, (i + 1) * batch)
        loss = criterion(model(X[rows]), Y[rows])
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def losses(count):
    return [step(i % BATCHES) for i in range(count)]


def measure():
    """Milliseconds a step."""
    start = time.perf_counter()
    for i in range(STEPS):
        step(i % BATCHES)
    return (time.perf_counter() - start) * 1000 / STEPS
