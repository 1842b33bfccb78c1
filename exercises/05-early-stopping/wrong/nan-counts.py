# ja: NaN を改善と数えています。NaN との比較はいつも False なので、「大きくなければ改善」という書き方では通ってしまいます。
# en: NaN is counted as an improvement. Comparisons with NaN are never true, so "not greater" lets it through.
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
        if not loss >= best:
            best, waited = loss, 0
            torch.save(model.state_dict(), path)
            note = "saved"
        else:
            waited += 1
            note = f"no improvement for {waited}"
        print(f"epoch {epoch}: validation loss {loss:.4f} ({note})")
        if waited >= patience:
            break
    if best != float("inf"):
        model.load_state_dict(torch.load(path))
    return losses
