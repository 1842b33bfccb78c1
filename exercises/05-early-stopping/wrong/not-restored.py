# ja: 最後のエポックの重みのままです。終わる前に、いちばん良かった重みを model に戻してください。
# en: The weights are still those of the last epoch. Put the best ones back into the model before returning.
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
    return losses
