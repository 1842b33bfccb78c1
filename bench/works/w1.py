"""W1, the chapter's training step: an MLP 784-128-128-10, batch 32, Adam, the loss read at each step.

The same file runs in the product and in native PyTorch. Data and first weights follow from a formula, so that every
contender (tfjs too, in bench/tfjs/w1.ts) starts from equal numbers without exchanging them.
"""
import json
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)
ROWS, BATCH = 1000, 32
LAYERS = ((784, 128), (128, 128), (128, 10))


def hashed(count, seed):
    """`count` numbers in [0, 1) that look random: the fraction of 43758.5453 sin(12.9898 k + seed)."""
    wave = torch.sin(torch.arange(count, dtype=torch.float64) * 12.9898 + seed) * 43758.5453
    return wave - torch.floor(wave)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2, self.fc3 = (nn.Linear(i, o) for i, o in LAYERS)

    def forward(self, x):
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x)))))


def fresh():
    model = Net()
    with torch.no_grad():
        for index, layer in enumerate((model.fc1, model.fc2, model.fc3)):
            inputs, outputs = LAYERS[index]
            spread = 2 * inputs ** -0.5
            layer.weight.copy_(((hashed(inputs * outputs, index + 1) - 0.5) * spread).reshape(outputs, inputs))
            layer.bias.zero_()
    return model, torch.optim.Adam(model.parameters(), lr=1e-3)


X = (hashed(ROWS * 784, 11) * 2 - 1).reshape(ROWS, 784).float()
Y = (hashed(ROWS, 12) * 10).long()
criterion = nn.CrossEntropyLoss()
model, optimizer = fresh()


def step(i):
    optimizer.zero_grad()
    loss = criterion(model(X[i:i + BATCH]), Y[i:i + BATCH])
    loss.backward()
    optimizer.step()
    return loss.item()


def losses(count):
    return [step(i * BATCH) for i in range(count)]


def measure(epochs):
    """Milliseconds a step."""
    steps = 0
    start = time.perf_counter()
    for _ in range(epochs):
        for i in range(0, ROWS, BATCH):
            step(i)
            steps += 1
    return (time.perf_counter() - start) * 1000 / steps
