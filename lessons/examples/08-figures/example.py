# %% lines
import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 2 * np.pi, 200)
plt.plot(x, np.sin(x), label="sin")
plt.plot(x, np.cos(x), "--", label="cos")
plt.title("Two waves")
plt.xlabel("angle")
plt.ylabel("value")
plt.legend()
plt.grid(True)
plt.show()

# %% formats
steps = np.arange(8)
fig, ax = plt.subplots()
for height, style in enumerate(["b-o", "r--s", "g:^", "m-.D", "k*", "C1-x"]):
    ax.plot(steps, 0.1 * steps + height, style, label=style)
ax.set_title("Format strings")
ax.legend(title="style")
plt.show()

# %% curves
rng = np.random.RandomState(0)
epochs = np.arange(1, 31)
train_loss = 2.2 * np.exp(-epochs / 8) + 0.05 + 0.02 * rng.randn(30)
val_loss = 2.2 * np.exp(-epochs / 8) + 0.2 + 0.008 * epochs + 0.03 * rng.randn(30)
fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
left.plot(epochs, train_loss, label="training")
left.plot(epochs, val_loss, label="validation")
left.set(title="Loss", xlabel="epoch")
right.plot(epochs, 100 - 30 * train_loss, marker="o", label="training")
right.plot(epochs, 100 - 30 * val_loss, marker="s", label="validation")
right.set(title="Accuracy (%)", xlabel="epoch", ylim=(20, 102))
for ax in (left, right):
    ax.legend()
    ax.grid(alpha=0.3)
plt.tight_layout()
plt.show()

# %% log
steps = np.arange(100)
plt.semilogy(steps, 0.1 * 0.95**steps, label="exponential")
plt.semilogy(steps, 0.1 * 0.1 ** (steps // 30), label="every 30 steps")
plt.semilogy(steps, 0.05 * (1 + np.cos(np.pi * steps / 100)) + 1e-5, label="cosine")
plt.title("Learning rates")
plt.xlabel("epoch")
plt.legend()
plt.grid(True)
plt.show()

# %% classes
centers = np.array([[0, 0], [3, 1], [1, 3]])
labels = np.repeat([0, 1, 2], 60)
points = centers[labels] + 0.7 * rng.randn(180, 2)
for label in range(3):
    chosen = labels == label
    plt.scatter(points[chosen, 0], points[chosen, 1], label=f"class {label}", alpha=0.8)
plt.title("Three classes")
plt.legend()
plt.show()

# %% bubbles
x, y = rng.rand(2, 120)
plt.scatter(x, y, c=x + y, s=300 * rng.rand(120), cmap="plasma", alpha=0.7)
plt.colorbar(label="x + y")
plt.title("Colour and size as data")
plt.show()

# %% bars
models = ["MLP", "CNN", "ResNet"]
place = np.arange(3)
fig, ax = plt.subplots()
first = ax.bar(place - 0.2, [96.1, 98.6, 99.0], 0.4, label="MNIST")
second = ax.bar(place + 0.2, [86.4, 90.2, 92.8], 0.4, label="Fashion-MNIST")
ax.bar_label(first)
ax.bar_label(second)
ax.set_xticks(place, models)
ax.set_ylim(80, 102)
ax.set_title("Accuracy by model (invented numbers)")
ax.legend()
plt.show()

# %% barh
layers = ["fc3.weight", "fc2.weight", "fc1.weight"]
plt.barh(layers, [1280, 16384, 100352], color=["C2", "C1", "C0"])
plt.title("Parameters of each layer")
plt.xlabel("count")
plt.show()

# %% stacked
days = ["Mon", "Tue", "Wed", "Thu", "Fri"]
reading = np.array([2, 1, 2, 1, 1])
coding = np.array([3, 4, 2, 5, 4])
plt.bar(days, reading, label="reading")
plt.bar(days, coding, bottom=reading, label="coding")
plt.ylabel("hours")
plt.title("A week of learning")
plt.legend()
plt.show()

# %% histogram
values = rng.randn(2000)
counts, edges, _ = plt.hist(values, bins=30, edgecolor="white")
plt.title(f"{int(counts.sum())} draws from a normal distribution")
plt.show()

# %% weights
before, after = 0.05 * rng.randn(5000), 0.08 * rng.randn(5000) + 0.02
plt.hist(before, bins=50, alpha=0.6, density=True, label="before training")
plt.hist(after, bins=50, alpha=0.6, density=True, label="after training")
plt.axvline(after.mean(), color="k", linestyle="--", linewidth=1)
plt.legend()
plt.title("Weights of a layer")
plt.show()

# %% digits
from torchvision import datasets

digits = datasets.MNIST("data", train=True, download=True)
fig, axes = plt.subplots(5, 5, figsize=(6, 6))
for index, ax in enumerate(axes.flat):
    ax.imshow(digits.data[index], cmap="gray")
    ax.set_title(int(digits.targets[index]))
    ax.axis("off")
plt.tight_layout()
plt.show()

# %% attention
words = ["the", "cat", "sat", "on", "the", "mat"]
scores = rng.rand(6, 6) + 2 * np.eye(6)
attention = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
plt.imshow(attention, cmap="Blues", vmin=0)
plt.colorbar(label="weight")
plt.xticks(range(6), words, rotation=45)
plt.yticks(range(6), words)
plt.title("Which word looks at which")
plt.show()

# %% rgb
rows, columns = np.mgrid[0:64, 0:96]
picture = np.stack([columns / 95, rows / 63, 0.5 + 0.5 * np.sin(columns / 6)], axis=-1)
plt.imshow(picture)
plt.title("Red, green and blue in one array")
plt.show()

# %% confusion
confusion = np.array([[48, 1, 1], [2, 44, 4], [0, 5, 45]])
fig, ax = plt.subplots()
ax.imshow(confusion, cmap="Greens")
for row in range(3):
    for column in range(3):
        count = confusion[row, column]
        ax.text(column, row, count, ha="center", va="center", color="white" if count > 25 else "black")
ax.set_xticks(range(3), ["setosa", "versicolor", "virginica"])
ax.set_yticks(range(3), ["setosa", "versicolor", "virginica"])
ax.set(xlabel="predicted", ylabel="true", title="Confusion matrix")
plt.show()

# %% boundary
import torch

model = torch.nn.Sequential(torch.nn.Linear(2, 16), torch.nn.Tanh(), torch.nn.Linear(16, 2))
torch.manual_seed(0)
angle = torch.rand(200) * torch.pi
kind = (torch.arange(200) % 2).long()
moons = torch.stack([angle.cos() + kind, angle.sin() * (1 - 2 * kind) + 0.5 * kind], 1) + 0.1 * torch.randn(200, 2)
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
for _ in range(200):
    loss = torch.nn.functional.cross_entropy(model(moons), kind)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
xx, yy = np.meshgrid(np.linspace(-1.6, 2.6, 120), np.linspace(-1.2, 1.7, 120))
grid = torch.tensor(np.stack([xx.ravel(), yy.ravel()], 1), dtype=torch.float32)
with torch.no_grad():
    chance = model(grid).softmax(1)[:, 1].reshape(120, 120)
plt.contourf(xx, yy, chance, levels=10, cmap="coolwarm", alpha=0.7)
plt.colorbar(label="probability of class 1")
plt.scatter(moons[:, 0], moons[:, 1], c=kind, cmap="coolwarm", s=24, edgecolors="black")
plt.title("Decision boundary")
plt.show()

# %% descent
def bowl(a, b):
    return a**2 + 4 * b**2


side = np.linspace(-3, 3, 100)
a, b = np.meshgrid(side, side)
path = [(-2.8, 1.8)]
for _ in range(20):
    u, v = path[-1]
    path.append((u - 0.1 * 2 * u, v - 0.1 * 8 * v))
lines = plt.contour(a, b, bowl(a, b), levels=[0.5, 2, 5, 10, 18, 28], cmap="viridis")
plt.clabel(lines)
plt.plot(*zip(*path), "r-o", markersize=4, label="gradient descent")
plt.legend()
plt.title("Downhill on a quadratic")
plt.axis("equal")
plt.show()

# %% errors
sizes = [100, 300, 1000, 3000, 10000]
plt.errorbar(sizes, [72, 81, 88, 92, 95], yerr=[5, 3, 2, 1.2, 0.6], fmt="o-", capsize=4)
plt.xscale("log")
plt.xlabel("training examples")
plt.ylabel("accuracy (%)")
plt.title("More data, less spread")
plt.show()

# %% band
runs = 2 * np.exp(-epochs / 10) + 0.15 * rng.randn(8, 30) * np.exp(-epochs / 15)
mean, spread = runs.mean(axis=0), runs.std(axis=0)
plt.plot(epochs, mean, label="mean of 8 runs")
plt.fill_between(epochs, mean - spread, mean + spread, alpha=0.25, label="± 1 standard deviation")
plt.legend()
plt.title("Eight runs with different seeds")
plt.show()

# %% note
best = int(val_loss.argmin())
plt.plot(epochs, val_loss)
plt.axvspan(epochs[best], 30, alpha=0.12, color="red")
plt.annotate(
    "stop here",
    xy=(epochs[best], val_loss[best]),
    xytext=(epochs[best] - 6, val_loss[best] + 0.8),
    arrowprops={"arrowstyle": "->"},
)
plt.title("Early stopping")
plt.xlabel("epoch")
plt.show()

# %% twin
fig, ax = plt.subplots()
ax.plot(epochs, train_loss, "C0", label="loss")
ax.set(xlabel="epoch", ylabel="loss", title="Loss and learning rate")
rate = ax.twinx()
rate.step(epochs, 0.1 * 0.5 ** (epochs // 10), "C1", where="post", label="learning rate")
rate.set_ylabel("learning rate")
ax.legend()
rate.legend()
plt.show()

# %% activations
z = torch.linspace(-4, 4, 200)
functions = {"ReLU": torch.relu, "Sigmoid": torch.sigmoid, "Tanh": torch.tanh}
functions |= {"GELU": torch.nn.functional.gelu, "SiLU": torch.nn.functional.silu, "ELU": torch.nn.functional.elu}
fig, axes = plt.subplots(2, 3, figsize=(9, 5), sharex=True)
for ax, (name, function) in zip(axes.flat, functions.items()):
    ax.plot(z, function(z), color="C4")
    ax.axhline(0, color="gray", linewidth=0.8)
    ax.set_title(name)
fig.suptitle("Activation functions")
plt.show()

# %% layout
from matplotlib.gridspec import GridSpec

fig = plt.figure(figsize=(8, 5))
grid = GridSpec(2, 3, figure=fig)
wide = fig.add_subplot(grid[0, :])
wide.plot(np.cumsum(rng.randn(300)))
wide.set_title("a walk over three columns")
fig.add_subplot(grid[1, 0]).boxplot([rng.randn(50), rng.randn(50) + 1])
fig.add_subplot(grid[1, 1]).stem(np.arange(8), 0.7 ** np.arange(8))
fig.add_subplot(grid[1, 2]).pie([5, 3, 2], labels=["a", "b", "c"], autopct="%.0f%%")
plt.show()

# %% arrows
gx, gy = np.meshgrid(np.linspace(-2, 2, 11), np.linspace(-2, 2, 11))
plt.quiver(gx, gy, -2 * gx, -2 * gy, color="C0")
plt.title("Negative gradient of x² + y²")
plt.axis("equal")
plt.show()

# %% live
import time

from IPython.display import clear_output

history = []
for epoch in range(1, 21):
    history.append(2 * 0.85**epoch + 0.05 * rng.rand())
    clear_output(wait=True)
    plt.plot(range(1, epoch + 1), history, marker="o")
    plt.xlim(0, 21)
    plt.ylim(0, 2)
    plt.title(f"Epoch {epoch}")
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.show()
    time.sleep(0.1)
print("last loss", round(history[-1], 2))
