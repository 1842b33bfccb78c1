# ja: 2 ステップ目から、前のステップの勾配が足し込まれています。ステップごとに勾配を空にしてください。
# en: From the second step on, the gradients of earlier steps are added in. Clear the gradients in every step.
import torch
from torch import nn


def train(model, X, y, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    loss_fn = nn.MSELoss()
    losses = []
    optimizer.zero_grad()
    for step in range(steps):
        loss = loss_fn(model(X), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
