# ja: 重みがまったく変わりません。optimizer.step() が呼ばれる時点で勾配が残っていますか。空にするのは backward の前か、step の後です。
# en: The weights never change. Are the gradients still there when optimizer.step() is called? Clear them before backward or after step.
import torch
from torch import nn


def train(model, X, y, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    loss_fn = nn.MSELoss()
    losses = []
    for step in range(steps):
        loss = loss_fn(model(X), y)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        losses.append(loss.item())
    return losses
