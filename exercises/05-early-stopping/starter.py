import torch
from torch import nn


def fit(model, train_epoch, validate, max_epochs=100, patience=5, path="best.pt"):
    losses = []
    for epoch in range(1, max_epochs + 1):
        train_epoch(model)
        loss = validate(model)
        losses.append(loss)
        print(f"epoch {epoch}: {loss:.4f}")
    return losses


# ja: 試してみる: 検証損失が 0.5 で底を打ち、その後は良くならない
# en: Try it out: the validation loss reaches 0.5 and never gets better again
if __name__ == "__main__":
    model = nn.Linear(1, 1)
    script = iter([1.0, 0.7, 0.5, 0.6, 0.5, 0.8, 0.9, 0.7, 0.6, 0.6])

    def train_epoch(model):
        with torch.no_grad():
            model.weight.add_(1.0)

    losses = fit(model, train_epoch, lambda model: next(script), max_epochs=10)
    print(len(losses), "epochs, weight", model.weight.item())
