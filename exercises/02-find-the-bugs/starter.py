import torch
from torch import nn


def train(model, X, y, steps):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    losses = []
    for step in range(steps):
        prediction = model(X)
        loss = nn.MSELoss(prediction, y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


# ja: 試してみる
# en: Try it out
if __name__ == "__main__":
    torch.manual_seed(0)
    X, y = torch.randn(32, 10), torch.randn(32, 5)
    try:
        print(train(nn.Linear(10, 5), X, y, steps=5))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
