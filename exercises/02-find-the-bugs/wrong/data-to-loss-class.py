# ja: nn.MSELoss(予測, 正解) は損失を計算していません。クラスにデータを渡しています。先に nn.MSELoss() でオブジェクトを作り、それにデータを渡してください。
# en: nn.MSELoss(prediction, target) computes no loss: it gives data to the class. Make an object with nn.MSELoss() first, then give the data to that.
import torch
from torch import nn


def train(model, X, y, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    losses = []
    for step in range(steps):
        optimizer.zero_grad()
        loss = nn.MSELoss(model(X), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
