# ja: 1 エポック多く実行しています。改善のないエポックがちょうど patience 回になったところで止めてください。
# en: It runs one epoch too many. Stop as soon as patience epochs in a row brought no improvement.
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
        if waited > patience:
            break
    if best < float("inf"):
        model.load_state_dict(torch.load(path))
    return losses
