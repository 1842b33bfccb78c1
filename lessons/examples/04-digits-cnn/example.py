# %% data
import time

import matplotlib.pyplot as plt
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
from torchvision import datasets

train_set = datasets.MNIST("data", train=True, download=True)
test_set = datasets.MNIST("data", train=False, download=True)


def prepare(split):
    pixels = split.data.unsqueeze(1).float() / 255
    return TensorDataset((pixels - 0.1307) / 0.3081, split.targets)


train, test = prepare(train_set), prepare(test_set)
print(len(train), "training images,", len(test), "test images")


# %% model
class SmallCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(16, 32, kernel_size=3, padding=1)
        self.out = nn.Linear(32 * 7 * 7, 10)

    def forward(self, x):  # (batch, 1, 28, 28)
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)  # (batch, 16, 14, 14)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)  # (batch, 32, 7, 7)
        return self.out(x.flatten(1))


torch.manual_seed(42)
model = SmallCNN()
print(model)
print(sum(p.numel() for p in model.parameters()), "parameters")


# %% train
@torch.no_grad()
def accuracy():
    model.eval()
    batches = DataLoader(test, batch_size=250)
    right = sum((model(x).argmax(1) == y).sum().item() for x, y in batches)
    model.train()
    return right / len(test)


optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
start = time.time()
for epoch in range(1, 11):
    total = 0.0
    for x, y in DataLoader(train, batch_size=64, shuffle=True):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
    reached = accuracy()
    took = time.time() - start
    mean = total / len(train)
    print(f"epoch {epoch:2d}   loss {mean:.4f}   test accuracy {reached:.2%}   {took:.0f} s")
    if reached >= 0.97:
        break

# %% wrong
with torch.no_grad():
    images, labels = test.tensors
    guesses = torch.cat([model(part).argmax(1) for part in images.split(250)])
wrong = (guesses != labels).nonzero().flatten()
print(len(wrong), "of", len(test), "wrong")

figure, axes = plt.subplots(1, 6, figsize=(9, 2))
for axis, i in zip(axes, wrong.tolist()):
    axis.imshow(test_set.data[i], cmap="gray")
    axis.set_title(f"{labels[i]} taken for {guesses[i]}", fontsize=8)
    axis.axis("off")
plt.show()
