import torch
from torch import nn


def train(model, X, y, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    # ja: 損失はクラスなので、まずオブジェクトを作り、それにデータを渡す
    # en: The loss is a class: make an object first, then give it the data
    loss_fn = nn.MSELoss()
    losses = []
    for step in range(steps):
        # ja: backward は勾配を足し込むので、ステップごとに空にする
        # en: backward adds to the gradients, so clear them in every step
        optimizer.zero_grad()
        loss = loss_fn(model(X), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


if __name__ == "__main__":
    torch.manual_seed(0)
    X, y = torch.randn(32, 10), torch.randn(32, 5)
    print(train(nn.Linear(10, 5), X, y, steps=5))
