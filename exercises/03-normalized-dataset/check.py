"""Reads the dataset row by row and compares with the normalized columns."""

import numpy as np

from checks import check, expect, known
from checks.drive import StudentError

READ = """
dataset = NormalizedDataset(X, y)
rows = [dataset[index] for index in range(len(dataset))]
[len(dataset), [row[0] for row in rows], [row[1] for row in rows], X, y]
"""

LOAD = """
from torch.utils.data import DataLoader
[list(batch) for batch in DataLoader(NormalizedDataset(X, y), batch_size=size)]
"""


def data(random, samples=None, features=None):
    samples = samples or int(random.randint(15, 30))
    features = features or int(random.randint(2, 6))
    scale = random.uniform(0.5, 20, size=features)
    return random.normal(size=(samples, features)) * scale + random.uniform(-50, 50, size=features), random.randint(0, 4, size=samples)


async def rows(student, X, y):
    """What the dataset gives: rows and labels as lists."""
    length, features, labels, _, _ = await student.run(READ, X=X, y=y)
    expect.equal(length, len(X), "len(dataset)")
    return features, labels


def table(features, X):
    return np.stack([expect.tensor(row, f"dataset[{index}][0]", shape=X.shape[1:]) for index, row in enumerate(features)]).astype("float64")


def normalized(X, axis=0, ddof=0):
    X = np.asarray(X, dtype=np.float64)
    spread = X.std(axis=axis, keepdims=True, ddof=ddof)
    return (X - X.mean(axis=axis, keepdims=True)) / np.where(spread > 0, spread, 1.0)


def judge(got, X):
    """Either divisor of the variance will do; a small number added to it too."""
    right = [normalized(X, ddof=ddof) for ddof in (0, 1) if len(X) > ddof]
    if any(expect.same(got, want, rtol=2e-3, atol=2e-3).all() for want in right):
        return
    if not np.isfinite(got).all():
        expect.fail(
            ja="NaN か無限大になった値があります。0 で割っていませんか。",
            en="Some values are NaN or infinite. Is something divided by 0?",
        )
    if expect.same(got, normalized(X, axis=None), rtol=2e-3, atol=2e-3).all():
        known("one-mean-for-all")
    if expect.same(got, normalized(X, axis=1), rtol=2e-3, atol=2e-3).all():
        known("row-by-row")
    means, spreads = got.mean(axis=0), got.std(axis=0)
    column = int(np.argmax(np.maximum(np.abs(means), np.abs(spreads - 1))))
    expect.fail(
        ja=f"列 {column} の平均は {means[column]:.4g}、標準偏差は {spreads[column]:.4g} でした。0 と 1 にしてください。",
        en=f"Column {column} has the mean {means[column]:.4g} and the standard deviation {spreads[column]:.4g}; make them 0 and 1.",
    )


@check(ja="特徴ごとに平均 0、分散 1", en="Zero mean and unit variance for each feature", points=3, hint=1)
async def normalizes(student, random):
    X, y = data(random)
    features, _ = await rows(student, X, y)
    judge(table(features, X), X)


@check(ja="float32 の特徴と int64 のラベル", en="float32 features and int64 labels", points=2, hint=3)
async def kinds(student, random):
    X, y = data(random)
    features, labels = await rows(student, X, y.astype("int32"))
    for index, (row, label) in enumerate(zip(features, labels)):
        expect.tensor(row, f"dataset[{index}][0]", shape=X.shape[1:], dtype="float32")
        expect.tensor(label, f"dataset[{index}][1]", shape=(), dtype="int64")
        expect.equal(int(label), int(y[index]), f"dataset[{index}][1]")


@check(ja="値がすべて同じ列は 0 になる", en="A column of equal values becomes 0", points=2, hint=2)
async def constant_column(student, random):
    X, y = data(random, features=3)
    X[:, 1] = float(random.randint(2, 9))
    features, _ = await rows(student, X, y)
    column = table(features, X)[:, 1]
    if np.isnan(column).all() or np.isinf(column).all():
        known("divides-by-zero")
    expect.close(column, np.zeros(len(X)), "dataset[…][0][1]", atol=1e-3)
    judge(table(features, X)[:, ::2], X[:, ::2])


@check(ja="1 件だけのデータでも動く", en="Works with a single sample", points=2, hint=2)
async def one_sample(student, random):
    X, y = data(random, samples=1, features=3)
    features, labels = await rows(student, X, y)
    got = table(features, X)
    if np.isnan(got).any():
        known("divides-by-zero")
    expect.close(got, np.zeros((1, 3)), "dataset[0][0]", atol=1e-3)
    expect.equal(int(expect.tensor(labels[0], "dataset[0][1]")), int(y[0]), "dataset[0][1]")


@check(ja="整数の配列も受け取れる", en="Takes an array of integers", points=2, hint=3)
async def integers(student, random):
    X = random.randint(-20, 20, size=(20, 3)).astype("int64")
    X[0], X[1] = -20, 20
    y = random.randint(0, 3, size=20)
    try:
        features, _ = await rows(student, X, y)
    except StudentError as error:
        if "same_kind" in error.message or "Cannot cast" in error.message:
            known("changes-the-array")
        raise
    judge(table(features, X), X)


@check(ja="渡された配列を書き換えない", en="The arrays that were passed stay as they are", points=2, hint=2)
async def array_untouched(student, random):
    X, y = data(random)
    # Float arrays of both widths: a conversion that copies one of them may not copy the other.
    for kind in ("float64", "float32"):
        given = X.astype(kind)
        _, features, _, after, labels = await student.run(READ, X=given, y=y)
        if not np.array_equal(expect.array(after, "X", shape=given.shape), given):
            known("changes-the-array")
        expect.that(
            np.array_equal(expect.array(labels, "y", shape=y.shape), y), ja="y が書き換えられました。", en="y was changed."
        )
        # Doing nothing leaves arrays alone too, and deserves nothing for it.
        judge(table(expect.items(features, "dataset", length=len(X)), X), X)


@check(ja="DataLoader で使える", en="Works with a DataLoader", points=2, hint=3)
async def with_loader(student, random):
    X, y = data(random, samples=11)
    batches = await student.run(LOAD, X=X, y=y, size=4)
    expect.that(
        len(expect.items(batches, "DataLoader")) == 3,
        ja=f"11 件を 4 件ずつ読むと 3 バッチのはずですが、{len(batches)} バッチでした。",
        en=f"11 samples in batches of 4 make 3 batches; there were {len(batches)}.",
    )
    for batch, size in zip(batches, (4, 4, 3)):
        features, labels = expect.items(batch, "batch", length=2)
        expect.tensor(features, "batch[0]", shape=(size, X.shape[1]), dtype="float32")
        expect.tensor(labels, "batch[1]", shape=(size,), dtype="int64")
    judge(np.concatenate([np.asarray(batch[0]) for batch in batches]).astype("float64"), X)
