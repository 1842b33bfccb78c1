# The learning rates of every schedule of the schedule lab: src/widgets/schedules.test.ts reads the output too.
# Each line: the name, the first learning rate, then the rates of 40 epochs, in ten-thousandths.
import math

import torch
from torch.optim import lr_scheduler as s

EPOCHS = 40


def show(name, lr, make, losses=None):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)
    scheduler = make(optimizer)
    rates = []
    for epoch in range(EPOCHS):
        rates.append(optimizer.param_groups[0]["lr"] * 1e4)
        optimizer.step()
        if losses is not None:
            scheduler.step(losses[epoch])
        elif epoch + 1 < EPOCHS:
            scheduler.step()
    print(name, lr, " ".join(f"{rate:.6g}" for rate in rates))


def warmup_cosine(epoch, warmup, total):
    if epoch < warmup:
        return (epoch + 1) / warmup
    return 0.5 * (1 + math.cos(math.pi * (epoch - warmup) / (total - warmup)))


show("StepLR", 0.1, lambda o: s.StepLR(o, step_size=10, gamma=0.5))
show("MultiStepLR", 0.1, lambda o: s.MultiStepLR(o, milestones=[15, 25], gamma=0.1))
show("ExponentialLR", 0.1, lambda o: s.ExponentialLR(o, gamma=0.9))
show("LinearLR", 0.1, lambda o: s.LinearLR(o, start_factor=0.1, end_factor=1, total_iters=10))
show("ConstantLR", 0.1, lambda o: s.ConstantLR(o, factor=0.3, total_iters=5))
show("PolynomialLR", 0.1, lambda o: s.PolynomialLR(o, total_iters=30, power=2))
show("CosineAnnealingLR", 0.1, lambda o: s.CosineAnnealingLR(o, T_max=30, eta_min=1e-4))
show("CosineAnnealingWarmRestarts", 0.1, lambda o: s.CosineAnnealingWarmRestarts(o, T_0=10, T_mult=2, eta_min=1e-4))
show(
    "OneCycleLR",
    0.1,
    lambda o: s.OneCycleLR(o, max_lr=0.1, total_steps=EPOCHS, pct_start=0.3, div_factor=25, final_div_factor=1e4, cycle_momentum=False),
)
show(
    "CyclicLR",
    0.1,
    lambda o: s.CyclicLR(o, base_lr=1e-3, max_lr=0.1, step_size_up=5, mode="triangular2", cycle_momentum=False),
)
show("LambdaLR", 0.1, lambda o: s.LambdaLR(o, lambda epoch: warmup_cosine(epoch, 5, EPOCHS)))
show(
    "ReduceLROnPlateau",
    0.1,
    lambda o: s.ReduceLROnPlateau(o, factor=0.3, patience=3),
    [1 / (1 + min(epoch, 8)) for epoch in range(EPOCHS)],
)
