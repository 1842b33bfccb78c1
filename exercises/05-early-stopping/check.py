"""Scripted validation losses tell where training must stop; weights that count the epochs tell which ones came back."""

import math
import re

import numpy as np

from checks import check, expect, known

PATIENCE = 5

# Each epoch adds `step` to every weight, so a weight says which epoch it is of.
SCRIPTED = """
import os
import torch
from torch import nn

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 2)
        self.register_buffer("seen", torch.zeros(4))

model = Model()
with torch.no_grad():
    model.layer.weight.copy_(torch.from_numpy(weight))
if os.path.exists(path):
    os.remove(path)
loaded = []
original_load = model.load_state_dict
def load_state_dict(*given, **named):
    loaded.append(True)
    return original_load(*given, **named)
model.load_state_dict = load_state_dict
stored, validated = [], 0

def look():
    if not os.path.exists(path):
        stored.append(None)
        return
    state = torch.load(path)
    stored.append(state["layer.weight"] if hasattr(state, "keys") and "layer.weight" in state else type(state).__name__)

def train_epoch(model):
    look()
    model.train()
    with torch.no_grad():
        for value in (*model.parameters(), *model.buffers()):
            value.add_(step)

def validate(model):
    global validated
    validated += 1
    model.eval()
    return losses[min(validated, len(losses)) - 1]

returned = fit(model, train_epoch, validate, max_epochs=max_epochs, patience=patience, path=path)
look()
[returned, validated, model.layer.weight, model.seen, stored, bool(loaded)]
"""

REAL = """
import torch
from torch import nn

torch.manual_seed(seed)
X = torch.randn(40, 6)
y = X @ torch.randn(6, 1) + 1.5 * torch.randn(40, 1)
model = nn.Sequential(nn.Linear(6, 32), nn.Tanh(), nn.Linear(32, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
loss_fn = nn.MSELoss()

def train_epoch(model):
    model.train()
    for rows in torch.randperm(20).split(5):
        optimizer.zero_grad()
        loss_fn(model(X[rows]), y[rows]).backward()
        optimizer.step()

def validate(model):
    model.eval()
    with torch.no_grad():
        return loss_fn(model(X[20:]), y[20:]).item()

returned = fit(model, train_epoch, validate, max_epochs=60, patience=patience, path=path)
[returned, validate(model)]
"""


class Run:
    """What `fit` did with a script of losses, and what it should have done."""

    def __init__(self, losses, max_epochs, weight, step, answer, printed):
        self.losses, self.weight, self.step, self.printed = losses, weight, step, printed
        returned, self.validated, self.left, self.seen, self.stored, self.loaded = answer
        self.returned = expect.items(returned, "fit(...)")
        self.best, self.stop = plan(losses, max_epochs)

    def epoch_of(self, tensor):
        """The epoch that these weights are of."""
        got = expect.tensor(tensor, "model.layer.weight", shape=self.weight.shape).astype(np.float64)
        return float((got - self.weight).mean() / self.step)


def plan(losses, max_epochs):
    """The best epoch (None: there is none) and the last one."""
    best, best_epoch, waited = math.inf, None, 0
    for epoch, loss in enumerate(losses[:max_epochs], 1):
        if loss < best:
            best, best_epoch, waited = loss, epoch, 0
        else:
            waited += 1
        if waited == PATIENCE:
            return best_epoch, epoch
    return best_epoch, max_epochs


async def scripted(student, random, losses, max_epochs=30):
    losses = [float(loss) for loss in losses]
    weight = random.normal(size=(2, 3)).astype("float32")
    given = {"losses": losses, "max_epochs": max_epochs, "weight": weight, "step": 1.0, "patience": PATIENCE, "path": "best.pt"}
    answer = await student.run(SCRIPTED, **given)
    return Run(losses, max_epochs, weight, 1.0, answer, student.printed)


def stops(run):
    """Right: after the epoch that the plan says, and it tells the losses of these epochs."""
    ran = run.validated
    if ran != run.stop:
        expect.fail(
            ja=f"損失が {shown(run.losses[: run.stop])} のとき、{ran} エポック実行しました。正しくは {run.stop} エポックです。",
            en=f"With the losses {shown(run.losses[: run.stop])} it ran {ran} epochs; expected {run.stop}.",
        )
    got = np.array([expect.number(loss, "fit(...)[…]") for loss in run.returned])
    expect.close(got, run.losses[: run.stop], "fit(...)")


def shown(losses):
    return "[" + ", ".join(f"{loss:.2f}" for loss in losses) + "]"


def falling(random, count, start=1.0):
    return [round(float(value), 3) for value in start - np.cumsum(random.uniform(0.02, 0.04, size=count))]


def worse(random, count, than):
    return [round(float(value), 3) for value in than + random.uniform(0.05, 0.5, size=count)]


@check(ja="改善が続くあいだは、max_epochs まで学習する", en="While it improves, training goes on to max_epochs", points=2, hint=1)
async def improving(student, random):
    epochs = int(random.randint(8, 13))
    stops(await scripted(student, random, falling(random, epochs), max_epochs=epochs))


@check(ja="改善のないエポックが 5 回続いたら止まる", en="Five epochs in a row without improvement end it", points=3, hint=1)
async def flat(student, random):
    good = falling(random, int(random.randint(2, 5)))
    run = await scripted(student, random, good + worse(random, 12, good[-1]))
    if run.validated == run.stop + 1:
        known("one-too-many")
    stops(run)


@check(ja="改善すれば数え直す", en="An improvement starts the count anew", points=2, hint=3)
async def late_improvement(student, random):
    good = falling(random, 2)
    rise = worse(random, 4, good[-1])
    late = falling(random, 1, start=good[-1])
    run = await scripted(student, random, good + rise + late + worse(random, 10, late[-1]))
    if run.validated == len(good + rise + late) + 1:
        known("never-counted-anew")
    stops(run)


@check(ja="等しい値は改善ではない", en="An equal value is no improvement", points=2, hint=2)
async def equal_values(student, random):
    best = falling(random, 2)
    run = await scripted(student, random, best + [best[-1]] * 12)
    if run.validated > run.stop + 1:
        known("equal-counts")
    stops(run)


@check(ja="NaN は改善ではない", en="NaN is no improvement", points=2, hint=2)
async def not_a_number(student, random):
    good = falling(random, 2)
    nan = math.nan
    # NaN first, between improvements, and to the end.
    run = await scripted(student, random, [nan, good[0], nan, good[1], *[nan] * 12])
    if run.validated > run.stop:
        known("nan-counts")
    stops(run)


@check(ja="改善したときに、その重みをファイルに保存する", en="Each improvement is saved to the file", points=3, hint=3)
async def saved(student, random):
    good = falling(random, 3)
    losses = [good[0], *worse(random, 2, good[0]), good[1], good[2], *worse(random, 8, good[2])]
    run = await scripted(student, random, losses)
    stops(run)
    for epoch, state in enumerate(expect.items(run.stored, "torch.load(path)", length=run.stop + 1)):
        best, _ = plan(losses, epoch) if epoch else (None, 0)
        if best is None:
            continue
        expect.that(
            state is not None,
            ja=f"エポック {epoch} の後、ファイル path がありません。改善したら保存してください。",
            en=f"After epoch {epoch} there is no file at path. Save when the loss improves.",
        )
        expect.that(
            not isinstance(state, str),
            ja=f"ファイルの中身は state_dict ではありません({state})。model.state_dict() を保存してください。",
            en=f"The file holds no state_dict ({state}). Save model.state_dict().",
        )
        held = run.epoch_of(state)
        expect.that(
            abs(held - best) < 1e-3,
            ja=f"エポック {epoch} の後、ファイルにはエポック {held:.0f} の重みがありました。正しくはエポック {best} です。",
            en=f"After epoch {epoch} the file holds the weights of epoch {held:.0f}; expected those of epoch {best}.",
        )


@check(ja="いちばん良かった重みに正確に戻す", en="The best weights come back exactly", points=4, hint=2)
async def restored(student, random):
    good = falling(random, int(random.randint(2, 5)))
    run = await scripted(student, random, good + worse(random, 10, good[-1]))
    epoch = run.epoch_of(run.left)
    if abs(epoch - run.validated) < 1e-3 and run.validated > run.best:
        known("shallow-copy" if run.loaded else "not-restored")
    expect.that(
        abs(epoch - run.best) < 1e-3,
        ja=f"最後の重みはエポック {epoch:.0f} のものでした。正しくはエポック {run.best} です。",
        en=f"The weights are those of epoch {epoch:.0f} in the end; expected those of epoch {run.best}.",
    )
    want = run.weight + np.float32(run.best)
    expect.close(run.left, want, "model.layer.weight", rtol=0, atol=1e-5)
    expect.close(run.seen, np.full(4, run.best), "バッファ / buffer", rtol=0, atol=1e-5)


@check(ja="エポックごとに番号と検証損失を表示する", en="Each epoch prints its number and the validation loss", points=1, hint=1)
async def logged(student, random):
    good = falling(random, 3)
    run = await scripted(student, random, good + worse(random, 8, good[-1]))
    lines = [line for line in run.printed.splitlines() if line.strip()]
    for epoch, loss in enumerate(run.losses[: run.stop], 1):
        found = any(tells(line, epoch) and tells(line, loss) for line in lines)
        expect.that(
            found,
            ja=f"エポック {epoch}(検証損失 {loss})の行がありません。番号と損失を 1 行に表示してください。",
            en=f"There is no line for epoch {epoch} (validation loss {loss}). Print the number and the loss on one line.",
        )


def tells(line, value):
    """Whether the line has this number, rounded to two places or more."""
    numbers = [float(text) for text in re.findall(r"-?\d+\.?\d*(?:e[+-]?\d+)?", line)]
    return any(abs(number - value) <= 0.0051 for number in numbers)


@check(ja="本物の学習でも、いちばん良いモデルが残る", en="After a real training the best model is left", points=3, hint=3)
async def real_training(student, random):
    returned, final = await student.run(REAL, seed=int(random.randint(2**31)), patience=PATIENCE, path="real.pt")
    losses = [expect.number(loss, "fit(...)[…]") for loss in expect.items(returned, "fit(...)")]
    best, stop = plan(losses, 60)
    expect.that(
        len(losses) == stop and best is not None,
        ja=f"{len(losses)} エポック実行しましたが、その損失なら {stop} エポックで止まるはずです。",
        en=f"It ran {len(losses)} epochs; with these losses it should have stopped after {stop}.",
    )
    least = losses[best - 1]
    expect.that(
        abs(expect.number(final, "validate(model)") - least) < 1e-5,
        ja=f"最後のモデルの検証損失は {final:.5f} でした。いちばん良いエポック {best} では {least:.5f} です。",
        en=f"The model that is left has the validation loss {final:.5f}; that of the best epoch ({best}) was {least:.5f}.",
    )
