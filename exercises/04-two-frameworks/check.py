"""Puts known weights into both models and compares what comes out with the same network computed here."""

import numpy as np

from checks import check, expect, known

PARAMETERS = 235146
SIZES = (784, 256, 128, 10)
#: As PyTorch keeps them: (outputs, inputs) and biases.
SHAPES = [shape for inputs, outputs in zip(SIZES, SIZES[1:]) for shape in ((outputs, inputs), (outputs,))]

# Both frameworks leave `run(x, training)` behind.
TORCH = """
import numpy as np
import torch

model = build_torch()
shapes = [tuple(parameter.shape) for parameter in model.parameters()]
def fill(arrays):
    by_shape = {array.shape: array for array in arrays}
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.from_numpy(by_shape[tuple(parameter.shape)]))
def run(x, training):
    model.train(training)
    with torch.no_grad():
        return model(torch.from_numpy(x)).numpy()
"""

KERAS = """
import numpy as np

model = build_keras()
if not model.get_weights():
    model(np.zeros((1, 784), dtype="float32"))
shapes = [tuple(weight.shape) for weight in model.get_weights()]
def fill(arrays):
    by_shape = {array.T.shape: np.ascontiguousarray(array.T) for array in arrays}
    model.set_weights([by_shape[tuple(weight.shape)] for weight in model.get_weights()])
def run(x, training):
    return np.asarray(model(x, training=training))
"""

COUNT = """
shapes
"""

# The weights are drawn there, so that they need not travel; a model that ignores them cannot give the right output.
DRAWN = """
numbers = np.random.RandomState(seed)
fill([(numbers.normal(size=shape) * 0.06).astype("float32") for shape in wanted])
x = numbers.normal(size=(rows, 784)).astype("float32")
[run(x, False), run(x, False)]
"""

# Only the dropouts are left to see: each hidden unit is 1 before them.
ONES = """
first, second = np.zeros((256, 784), dtype="float32"), np.zeros((128, 256), dtype="float32")
third = np.zeros((10, 128), dtype="float32")
third[np.arange(10), chosen] = 1
second_bias = np.zeros(128, dtype="float32")
if both:
    second[np.arange(128), np.arange(128)] = 1
else:
    second_bias += 1
fill([first, np.ones(256, dtype="float32"), second, second_bias, third, np.zeros(10, dtype="float32")])
run(np.zeros((200, 784), dtype="float32"), True)
"""


def network(seed, rows):
    numbers = np.random.RandomState(seed)
    arrays = [(numbers.normal(size=shape) * 0.06).astype("float32") for shape in SHAPES]
    x = numbers.normal(size=(rows, 784)).astype("float32")
    hidden = x.astype(np.float64)
    for layer in range(3):
        hidden = hidden @ arrays[2 * layer].T + arrays[2 * layer + 1]
        if layer < 2:
            hidden = np.maximum(hidden, 0)
    return hidden


async def count(student, setup, name):
    shapes = expect.items(await student.run(setup + COUNT), name)
    total = sum(int(np.prod(shape)) for shape in shapes)
    if total != PARAMETERS:
        sizes = ", ".join(str(tuple(shape)) for shape in shapes)
        expect.fail(
            ja=f"{name} のパラメータ数は {total:,} でした。正しくは {PARAMETERS:,} です。重みの形状: {sizes}",
            en=f"{name} has {total:,} parameters; expected {PARAMETERS:,}. Its weights have the shapes {sizes}.",
        )


async def outputs(student, random, setup, name):
    seed, rows = int(random.randint(2**31)), int(random.randint(5, 9))
    answer = await student.run(setup + DRAWN, seed=seed, rows=rows, wanted=SHAPES)
    first, second = (expect.array(each, f"{name}(x)", shape=(rows, 10)) for each in expect.items(answer, name, length=2))
    return first.astype(np.float64), second.astype(np.float64), network(seed, rows)


async def same_output(student, random, setup, name):
    first, second, want = await outputs(student, random, setup, name)
    if not np.array_equal(first, second):
        known("dropout-always")
    softmax = np.exp(want - want.max(axis=1, keepdims=True))
    softmax /= softmax.sum(axis=1, keepdims=True)
    if expect.same(first, softmax, rtol=1e-3, atol=1e-4).all():
        known("softmax-output")
    expect.close(first, want, f"{name}(x)", rtol=1e-3, atol=1e-3)


async def dropouts(student, random, setup, name):
    """How often units survive: in the second dropout alone, and in both together."""
    chosen = random.permutation(128)[:10]
    kept = []
    for both in (False, True):
        values = expect.array(await student.run(setup + ONES, chosen=chosen, both=both), f"{name}(x)", shape=(200, 10))
        kept.append((float((values != 0).mean()), float(values.max())))
    (alone, _), (together, _) = kept
    if alone > 0.999 and together > 0.999:
        known("no-dropout")
    expect.that(
        alone < 0.999,
        ja=f"{name}: 2 つ目の隠れ層の後にドロップアウトがありません。",
        en=f"{name}: there is no dropout after the second hidden layer.",
    )
    expect.that(
        together < alone - 0.05,
        ja=f"{name}: 1 つ目の隠れ層の後にドロップアウトがありません。",
        en=f"{name}: there is no dropout after the first hidden layer.",
    )
    if abs(alone - 0.3) < 0.05:
        known("keeps-too-few")
    expect.that(
        abs(alone - 0.7) < 0.05 and abs(together - 0.49) < 0.05,
        ja=f"{name}: 学習時に残るユニットの割合が、2 つ目の層で {alone:.0%}、両方を通して {together:.0%} でした。率 0.3 なら約 70% と 49% です。",
        en=f"{name}: in training {alone:.0%} of the units survive the second dropout and {together:.0%} both; a rate of 0.3 leaves about 70% and 49%.",
    )


@check(ja="PyTorch: 235,146 個のパラメータ", en="PyTorch: 235,146 parameters", points=2, hint=1)
async def torch_parameters(student, random):
    await count(student, TORCH, "build_torch()")


@check(ja="Keras: 235,146 個のパラメータ", en="Keras: 235,146 parameters", points=2, hint=1)
async def keras_parameters(student, random):
    await count(student, KERAS, "build_keras()")


@check(ja="PyTorch: 評価モードの出力が、重みから決まるロジットになる", en="PyTorch: in evaluation mode the weights alone decide the logits", points=3, hint=2)
async def torch_output(student, random):
    await count(student, TORCH, "build_torch()")
    await same_output(student, random, TORCH, "build_torch()")


@check(ja="Keras: 同じ重みで同じ出力になる", en="Keras: the same weights give the same output", points=3, hint=2)
async def keras_output(student, random):
    await count(student, KERAS, "build_keras()")
    await same_output(student, random, KERAS, "build_keras()")


@check(ja="PyTorch: 学習時だけ、2 つのドロップアウトが率 0.3 で働く", en="PyTorch: in training two dropouts of rate 0.3 are active", points=3, hint=3)
async def torch_dropout(student, random):
    await count(student, TORCH, "build_torch()")
    await dropouts(student, random, TORCH, "build_torch()")


@check(ja="Keras: 学習時だけ、2 つのドロップアウトが率 0.3 で働く", en="Keras: in training two dropouts of rate 0.3 are active", points=3, hint=3)
async def keras_dropout(student, random):
    await count(student, KERAS, "build_keras()")
    await dropouts(student, random, KERAS, "build_keras()")
