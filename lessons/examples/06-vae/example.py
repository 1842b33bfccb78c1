# %% data
import matplotlib.pyplot as plt
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision import datasets

images = datasets.MNIST("data", train=True, download=True).data.flatten(1).float() / 255
test_images = datasets.MNIST("data", train=False, download=True).data.flatten(1).float() / 255
print(tuple(images.shape), tuple(test_images.shape))


def show(rows, title):
    figure, axes = plt.subplots(1, len(rows), figsize=(1.3 * len(rows), 1.7))
    for axis, row in zip(axes, rows):
        axis.imshow(row.view(28, 28), cmap="gray", vmin=0, vmax=1)
        axis.axis("off")
    figure.suptitle(title)
    plt.show()


show(images[:6], "training images")


# %% model
class VAE(nn.Module):
    def __init__(self, hidden=256, code=8):
        super().__init__()
        self.code = code
        self.encoder = nn.Sequential(nn.Linear(784, hidden), nn.ReLU())
        self.mean = nn.Linear(hidden, code)
        self.log_variance = nn.Linear(hidden, code)
        self.decoder = nn.Sequential(nn.Linear(code, hidden), nn.ReLU(), nn.Linear(hidden, 784))

    def encode(self, x):
        h = self.encoder(x)
        return self.mean(h), self.log_variance(h)

    def forward(self, x):
        mean, log_variance = self.encode(x)
        noise = torch.randn_like(mean)
        z = mean + noise * (0.5 * log_variance).exp()  # the reparameterisation trick
        return self.decoder(z), mean, log_variance


def negative_elbo(x, logits, mean, log_variance):
    """Per image: how badly it was redrawn, and how far its code is from a standard normal one."""
    redrawn = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
    divergence = -0.5 * (1 + log_variance - mean**2 - log_variance.exp()).sum()
    return redrawn / len(x), divergence / len(x)


# %% train
torch.manual_seed(0)
model = VAE()
optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
for epoch in range(1, 9):
    sums = torch.zeros(2)
    for x in DataLoader(images, batch_size=100, shuffle=True):
        redrawn, divergence = negative_elbo(x, *model(x))
        optimizer.zero_grad()
        (redrawn + divergence).backward()
        optimizer.step()
        sums += torch.stack([redrawn.detach(), divergence.detach()])
    with torch.no_grad():
        test_loss = sum(negative_elbo(test_images, *model(test_images))).item()
    redrawn, divergence = (sums / 100).tolist()
    print(f"epoch {epoch}   redrawing {redrawn:.1f}   KL {divergence:.1f}   test {test_loss:.1f}")

# %% redraw
with torch.no_grad():
    mean, _ = model.encode(test_images[:6])
    show(test_images[:6], "test images")
    show(torch.sigmoid(model.decoder(mean)), "redrawn from 8 numbers each")

# %% invent
with torch.no_grad():
    show(torch.sigmoid(model.decoder(torch.randn(6, model.code))), "from random numbers")

# %% between
with torch.no_grad():
    (a, b), _ = model.encode(test_images[:2])
    shares = torch.linspace(0, 1, 6).unsqueeze(1)
    show(torch.sigmoid(model.decoder((1 - shares) * a + shares * b)), "from one code to another")
