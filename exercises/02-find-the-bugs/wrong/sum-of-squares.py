# ja: 二乗誤差の合計になっています。課題は平均です。reduction="sum" や .sum() を使っていませんか。
# en: This is the sum of the squared errors; the task asks for their mean. Look for reduction="sum" or .sum().
import torch
import torch.nn.functional as F


def train(model, X, y, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    losses = []
    for step in range(steps):
        model.zero_grad(set_to_none=True)
        loss = F.mse_loss(model(X), y, reduction="sum")
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
