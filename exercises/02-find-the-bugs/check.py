"""Judges the loop by the weights it leaves behind: with plain SGD, an update tells the gradient that was used."""

import numpy as np

from checks import check, expect, known
from checks.drive import StudentError

RATE = 0.01

TRAIN = """
import torch
from torch import nn

model = nn.Linear(10, 5)
with torch.no_grad():
    model.weight.copy_(torch.from_numpy(weight))
    model.bias.copy_(torch.from_numpy(bias))
seen, calls = [], 0
def look(module, inputs):
    global calls
    calls += 1
    state = torch.cat([module.weight.detach(), module.bias.detach()[:, None]], dim=1).clone()
    if not seen or not torch.equal(seen[-1], state):
        seen.append(state)
hook = model.register_forward_pre_hook(look)
losses = train(model, torch.from_numpy(X), torch.from_numpy(y), steps)
hook.remove()
look(model, None)
[losses, seen, calls - 1]
"""


async def training(student, random):
    """The inputs, the losses that `train` returned and the weights (bias in the last column) before and after each step.

    Fails when the model was not used in every step: then nothing else of it means anything.
    """
    steps = int(random.randint(4, 8))
    X = random.normal(size=(int(random.randint(12, 24)), 10)).astype("float32")
    y = (3 * random.normal(size=(len(X), 5))).astype("float32")
    weight, bias = random.normal(size=(5, 10)).astype("float32"), random.normal(size=5).astype("float32")
    try:
        losses, seen, calls = await student.run(TRAIN, X=X, y=y, weight=weight, bias=bias, steps=steps)
    except StudentError as error:
        if "Boolean value of Tensor" in error.message:
            known("data-to-loss-class")
        raise
    expect.that(
        expect.whole(calls, "calls") >= steps,
        ja=f"モデルが {calls} 回しか呼ばれませんでした。{steps} ステップなら、少なくとも {steps} 回です。",
        en=f"The model was called {calls} times only; {steps} steps need {steps} calls at least.",
    )
    weights = [expect.tensor(state, "weights", shape=(5, 11)).astype(np.float64) for state in expect.items(seen, "weights")]
    inputs = np.concatenate([X, np.ones((len(X), 1), dtype="float32")], axis=1).astype(np.float64)
    return inputs, y.astype(np.float64), steps, losses, weights


def gradient(inputs, y, weights):
    """Of the mean squared error."""
    return 2 / y.size * (inputs @ weights.T - y).T @ inputs


def used(weights):
    """The gradient behind each update."""
    return [(before - after) / RATE for before, after in zip(weights, weights[1:])]


def alike(some, others):
    return all(expect.same(a, b, rtol=2e-3, atol=2e-3).all() for a, b in zip(some, others))


@check(ja="エラーなく動き、ステップごとの損失を返す", en="Runs without an error and returns a loss for each step", points=2, hint=1)
async def runs(student, random):
    _, _, steps, losses, _ = await training(student, random)
    for index, loss in enumerate(expect.items(losses, "train(...)", length=steps)):
        expect.that(
            np.isfinite(expect.number(loss, f"train(...)[{index}]")),
            ja=f"train(...)[{index}] が有限の数ではありません: {loss!r}",
            en=f"train(...)[{index}] is no finite number: {loss!r}",
        )


@check(ja="損失は更新前の平均二乗誤差", en="The losses are mean squared errors, taken before each update", points=3, hint=2)
async def mean_squared_error(student, random):
    inputs, y, steps, losses, weights = await training(student, random)
    got = np.array([expect.number(loss, "train(...)[…]") for loss in expect.items(losses, "train(...)", length=steps)])
    states = (weights + weights[-1:] * steps)[:steps]
    errors = [inputs @ state.T - y for state in states]
    want = np.array([(error**2).mean() for error in errors])
    if expect.same(got, [(error**2).sum() for error in errors], rtol=1e-3).all():
        known("sum-of-squares")
    if expect.same(got, [np.abs(error).mean() for error in errors], rtol=1e-3).all():
        expect.fail(
            ja="損失が平均絶対誤差(L1)になっています。二乗した誤差の平均にしてください。",
            en="The loss is the mean absolute error (L1). Take the mean of the squared errors.",
        )
    expect.close(got, want, "train(...)", rtol=1e-3)


@check(ja="各ステップの勾配は、その時点の重みだけから", en="The gradients of each step come from the weights of that moment alone", points=4, hint=3)
async def fresh_gradients(student, random):
    inputs, y, steps, _, weights = await training(student, random)
    if len(weights) < 2:
        known("cleared-too-early")
    expect.that(
        len(weights) == steps + 1,
        ja=f"重みの更新は {len(weights) - 1} 回でした。正しくは {steps} 回(ステップごとに 1 回)です。",
        en=f"The weights were updated {len(weights) - 1} times; expected {steps}, once in each step.",
    )
    fresh = [gradient(inputs, y, state) for state in weights[:-1]]
    got = used(weights)
    if alike(got, fresh):
        return
    if alike(got, np.cumsum(fresh, axis=0)):
        known("never-cleared")
    if alike(got, [y.size * each for each in fresh]):
        known("sum-of-squares")
    step = next(index for index, pair in enumerate(zip(got, fresh)) if not alike(pair[:1], pair[1:]))
    scale = float(np.median(got[step] / fresh[step]))
    if alike(got[:1], [scale * fresh[0]]):
        expect.fail(
            ja=f"最初の更新が、正しい勾配と学習率 {RATE} の積の {scale:.3g} 倍です。学習率と損失を確かめてください。",
            en=f"The first update is {scale:.3g} times the right gradient with learning rate {RATE}. Check learning rate and loss.",
        )
    expect.fail(
        ja=f"{step + 1} ステップ目の更新が、その時点の重みでの勾配と学習率 {RATE} の積になっていません。",
        en=f"The update of step {step + 1} is not the gradient at the weights of that moment times the learning rate {RATE}.",
    )
