import torch
from torch import nn


def fit(model, train_epoch, validate, max_epochs=100, patience=5, path="best.pt"):
    losses = []
    best = float("inf")
    waited = 0
    for epoch in range(1, max_epochs + 1):
        train_epoch(model)
        loss = validate(model)
        losses.append(loss)
        # ja: NaN との比較はいつも False なので、NaN は改善にならない
        # en: A comparison with NaN is never true, so NaN is no improvement
        if loss < best:
            best, waited = loss, 0
            torch.save(model.state_dict(), path)
            note = "saved"
        else:
            waited += 1
            note = f"no improvement for {waited}"
        print(f"epoch {epoch}: validation loss {loss:.4f} ({note})")
        if waited >= patience:
            break
    # ja: ファイルから読み直すので、その後の学習の影響を受けていない重みに戻る
    # en: The file holds the weights as they were, whatever training did afterwards
    if best < float("inf"):
        model.load_state_dict(torch.load(path))
    return losses


if __name__ == "__main__":
    model = nn.Linear(1, 1)
    script = iter([1.0, 0.7, 0.5, 0.6, 0.5, 0.8, 0.9, 0.7, 0.6, 0.6])

    def train_epoch(model):
        with torch.no_grad():
            model.weight.add_(1.0)

    losses = fit(model, train_epoch, lambda model: next(script), max_epochs=10)
    print(len(losses), "epochs, weight", model.weight.item())
