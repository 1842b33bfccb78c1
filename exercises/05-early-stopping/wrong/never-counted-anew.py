# ja: 改善の後に数え直していません。「続けて」改善のなかったエポックだけを数えてください。
# en: The count does not start anew after an improvement. Count only epochs in a row.
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
            best = loss
            torch.save(model.state_dict(), path)
            note = "saved"
        else:
            waited += 1
            note = f"no improvement for {waited}"
        print(f"epoch {epoch}: validation loss {loss:.4f} ({note})")
        if waited >= patience:
            break
    if best < float("inf"):
        model.load_state_dict(torch.load(path))
    return losses
