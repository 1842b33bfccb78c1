import warnings

import numpy as np
from sklearn.model_selection import KFold, ShuffleSplit, StratifiedKFold, StratifiedShuffleSplit, train_test_split
from sklearn.utils import resample, shuffle

X = np.arange(40).reshape(20, 2)
y = np.array([0] * 12 + [1] * 5 + [2] * 3)
for options in (
    {"random_state": 0}, {"test_size": 0.2, "random_state": 42}, {"test_size": 5, "random_state": 1}, {"train_size": 0.5, "random_state": 2},
    {"train_size": 7, "test_size": 0.3, "random_state": 2}, {"shuffle": False}, {"stratify": y, "random_state": 0},
    {"stratify": y, "test_size": 0.4, "random_state": 42}, {"stratify": [str(v) for v in y], "test_size": 8, "random_state": 3},
):
    a, b, c, d = train_test_split(X, y, **options)
    print(options, a.shape, b[:, 0].tolist(), c.tolist(), d.tolist())
print(train_test_split(list("abcdefgh"), range(8), random_state=0))
print(train_test_split([1.5, 2, 3, 4], test_size=1, random_state=9))
np.random.seed(0)
print(train_test_split(np.arange(6)))
for splitter in (
    KFold(), KFold(3), KFold(n_splits=4, shuffle=True, random_state=1), StratifiedKFold(3), StratifiedKFold(3, shuffle=True, random_state=0),
    ShuffleSplit(2, random_state=0), ShuffleSplit(n_splits=2, test_size=0.3, random_state=5), StratifiedShuffleSplit(2, test_size=0.3, random_state=5),
):
    print(type(splitter).__name__, splitter.get_n_splits())
    for train, test in splitter.split(X, y):
        print(train.tolist(), test.tolist())
print(KFold(3), shuffle(X[:4], [1, 2, 3, 4], random_state=0), resample(list("abcd"), random_state=1), resample(y, n_samples=5, replace=False, random_state=1))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(train_test_split)
attempt(train_test_split, X, y[:5])
attempt(train_test_split, X, test_size=1.5)
attempt(train_test_split, X, test_size=30)
attempt(train_test_split, X, test_size=0.7, train_size=0.7)
attempt(train_test_split, X, test_size=15, train_size=15)
attempt(train_test_split, X, y, stratify=[0] * 19 + [1])
attempt(train_test_split, X, y, stratify=y, test_size=2)
attempt(train_test_split, [1], [2])
attempt(train_test_split, X, shuffle=False, stratify=y)
attempt(KFold, 1)
attempt(KFold, 3, random_state=1)
attempt(lambda: list(KFold(30).split(X)))
attempt(lambda: list(StratifiedKFold(30).split(X, y)))
