# %% data
import math

import matplotlib.pyplot as plt
import torch
import torch.nn as nn

torch.manual_seed(0)


def real_points(count):
    """Points on a ring of radius 2, a little blurred."""
    angles = torch.rand(count) * 2 * math.pi
    ring = torch.stack([angles.cos(), angles.sin()], dim=1) * 2
    return ring + 0.1 * torch.randn(count, 2)


def picture(points, title):
    plt.figure(figsize=(3.5, 3.5))
    plt.scatter(points[:, 0].numpy(), points[:, 1].numpy(), s=8)
    plt.xlim(-3, 3)
    plt.ylim(-3, 3)
    plt.title(title)
    plt.show()


picture(real_points(300), "real")


# %% networks
def network(inputs, outputs, hidden=64):
    return nn.Sequential(
        nn.Linear(inputs, hidden), nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden), nn.LeakyReLU(0.2),
        nn.Linear(hidden, outputs),
    )  # fmt: skip


NOISE = 4
generator = network(NOISE, 2)
critic = network(2, 1)  # the discriminator: one logit, "real" above 0


@torch.no_grad()
def made(count):
    return generator(torch.randn(count, NOISE))


picture(made(300), "made, before training")

# %% train
to_generator = torch.optim.Adam(generator.parameters(), lr=1e-3, betas=(0.5, 0.9))
to_critic = torch.optim.Adam(critic.parameters(), lr=1e-3, betas=(0.5, 0.9))
loss_function = nn.BCEWithLogitsLoss()
BATCH = 128
yes, no = torch.ones(BATCH, 1), torch.zeros(BATCH, 1)

for step in range(1, 3001):
    # 1. The critic learns to tell real points from made ones.
    fake = generator(torch.randn(BATCH, NOISE))
    on_real = loss_function(critic(real_points(BATCH)), yes)
    critic_loss = on_real + loss_function(critic(fake.detach()), no)
    to_critic.zero_grad()
    critic_loss.backward()
    to_critic.step()

    # 2. The generator learns to be taken for real.
    generator_loss = loss_function(critic(fake), yes)
    to_generator.zero_grad()
    generator_loss.backward()
    to_generator.step()

    if step % 500 == 0:
        radius = made(1000).norm(dim=1)
        losses = f"critic {critic_loss.item():.3f}   generator {generator_loss.item():.3f}"
        print(f"step {step}   {losses}   radius {radius.mean():.2f} ± {radius.std():.2f}")

# %% result
points = made(300)
picture(points, "made, after training")
right, up = points[:, 0] > 0, points[:, 1] > 0
quarters = [right & up, right & ~up, ~right & up, ~right & ~up]
print("points in each quarter:", [int(quarter.sum()) for quarter in quarters])
