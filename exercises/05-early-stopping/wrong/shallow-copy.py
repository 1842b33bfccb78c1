# ja: 重みを戻したはずなのに、最後のエポックのままです。model.state_dict() はコピーではなく、学習が進むと中身も変わります。保存したファイルから読むか、copy.deepcopy を使ってください。
# en: Weights were put back, and yet they are those of the last epoch. model.state_dict() is no copy: it changes as training goes on. Read the saved file, or use copy.deepcopy.
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
            best_state = model.state_dict().copy()
            torch.save(best_state, path)
            note = "saved"
        else:
            waited += 1
            note = f"no improvement for {waited}"
        print(f"epoch {epoch}: validation loss {loss:.4f} ({note})")
        if waited >= patience:
            break
    if best < float("inf"):
        model.load_state_dict(best_state)
    return losses
