"""train_test_split and the splitters for cross-validation, with scikit-learn's draws."""

import math
import warnings

import numpy as np

from sklearn.utils import check_consistent_length, check_random_state, is_number, take


def _sizes(n_samples, test_size, train_size, default):
    """Checked numbers of training and test samples."""
    if test_size is None and train_size is None:
        test_size = default
    for name, size in (("test_size", test_size), ("train_size", train_size)):
        if size is None:
            continue
        whole = is_number(size)
        if whole and not 0 < size < n_samples or not whole and not 0 < size < 1:
            raise ValueError(
                f"{name}={size} should be either positive and smaller than the number of samples {n_samples} or a float in the (0, 1) range"
            )
    share = (test_size is not None and not is_number(test_size)) and (train_size is not None and not is_number(train_size))
    if share and train_size + test_size > 1:
        raise ValueError(
            f"The sum of test_size and train_size = {train_size + test_size}, should be in the (0, 1) range. Reduce test_size and/or train_size."
        )
    n_test = n_train = None
    if test_size is not None:
        n_test = int(test_size) if is_number(test_size) else math.ceil(test_size * n_samples)
    if train_size is not None:
        n_train = int(train_size) if is_number(train_size) else math.floor(train_size * n_samples)
    n_train = n_samples - n_test if n_train is None else n_train
    n_test = n_samples - n_train if n_test is None else n_test
    if n_train + n_test > n_samples:
        raise ValueError(
            f"The sum of train_size and test_size = {n_train + n_test}, should be smaller than the number of samples {n_samples}. "
            "Reduce test_size and/or train_size."
        )
    if n_train == 0:
        raise ValueError(
            f"With n_samples={n_samples}, test_size={test_size} and train_size={train_size}, the resulting train set will be empty. Adjust any "
            "of the aforementioned parameters."
        )
    return n_train, n_test


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    """Each array (list, tensor) in two parts: X_train, X_test, y_train, y_test; `stratify=y` keeps the classes' shares."""
    if not arrays:
        raise ValueError("At least one array required as input")
    check_consistent_length(*arrays)
    count = len(arrays[0])
    n_train, n_test = _sizes(count, test_size, train_size, 0.25)
    if not shuffle:
        if stratify is not None:
            raise ValueError("Stratified train/test split is not implemented for shuffle=False")
        train, test = np.arange(n_train), np.arange(n_train, n_train + n_test)
    elif stratify is not None:
        train, test = _stratified(np.asarray(stratify), n_train, n_test, check_random_state(random_state))
    else:
        order = check_random_state(random_state).permutation(count)
        train, test = order[n_test : n_test + n_train], order[:n_test]
    return [part for each in arrays for part in (take(each, train), take(each, test))]


def _shares(counts, n_draws, generator):
    """How many of each class belong to `n_draws` samples; what rounding leaves is drawn by chance."""
    exact = counts / counts.sum() * n_draws
    found = np.floor(exact)
    missing = int(n_draws - found.sum())
    if missing > 0:
        rest = exact - found
        for value in np.sort(np.unique(rest))[::-1]:
            (equal,) = np.where(rest == value)
            now = min(len(equal), missing)
            found[generator.choice(equal, size=now, replace=False)] += 1
            missing -= now
            if missing == 0:
                break
    return found.astype(int)


def _stratified(y, n_train, n_test, generator):
    if y.ndim == 2:
        y = np.array([" ".join(map(str, row)) for row in y.tolist()])
    classes, codes = np.unique(y, return_inverse=True)
    counts = np.bincount(codes)
    if counts.min() < 2:
        raise ValueError(
            "The least populated class in y has only 1 member, which is too few. The minimum number of groups for any class cannot be less than 2."
        )
    for name, size in (("train_size", n_train), ("test_size", n_test)):
        if size < len(classes):
            raise ValueError(f"The {name} = {size} should be greater or equal to the number of classes = {len(classes)}")
    members = np.split(np.argsort(codes, kind="mergesort"), np.cumsum(counts)[:-1])
    for_train = _shares(counts, n_train, generator)
    for_test = _shares(counts - for_train, n_test, generator)
    train, test = [], []
    for i, own in enumerate(members):
        order = own[generator.permutation(int(counts[i]))].tolist()
        train.extend(order[: for_train[i]])
        test.extend(order[for_train[i] : for_train[i] + for_test[i]])
    return generator.permutation(train), generator.permutation(test)


class _Splitter:
    """What KFold and its relatives share."""

    def get_n_splits(self, X=None, y=None, groups=None):
        """The number of splits."""
        return self.n_splits

    def __repr__(self):
        names = self._shown
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


class KFold(_Splitter):
    """Neighbouring (or shuffled) parts, each the test set once."""

    _shown = ("n_splits", "random_state", "shuffle")

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        if not is_number(n_splits):
            raise ValueError(f"The number of folds must be of Integral type. {n_splits} of type {type(n_splits)} was passed.")
        if n_splits <= 1:
            raise ValueError(
                f"k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, got n_splits={n_splits}."
            )
        if not isinstance(shuffle, bool):
            raise TypeError(f"shuffle must be True or False; got {shuffle}")
        if not shuffle and random_state is not None:
            raise ValueError(
                "Setting a random_state has no effect since shuffle is False. You should leave random_state to its default (None), or set "
                "shuffle=True."
            )
        self.n_splits, self.shuffle, self.random_state = n_splits, shuffle, random_state

    def split(self, X, y=None, groups=None):
        """Pairs of training and test positions."""
        count = len(X)
        if self.n_splits > count:
            raise ValueError(f"Cannot have number of splits n_splits={self.n_splits} greater than the number of samples: n_samples={count}.")
        folds = self._folds(count, y)
        for k in range(self.n_splits):
            yield np.flatnonzero(folds != k), np.flatnonzero(folds == k)

    def _folds(self, count, y):
        order = np.arange(count)
        if self.shuffle:
            check_random_state(self.random_state).shuffle(order)
        sizes = [count // self.n_splits + (k < count % self.n_splits) for k in range(self.n_splits)]
        folds = np.empty(count, dtype=np.int64)
        folds[order] = np.repeat(np.arange(self.n_splits), sizes)
        return folds


class StratifiedKFold(KFold):
    """KFold with the classes' shares in every part."""

    def split(self, X, y, groups=None):
        """Pairs of training and test positions."""
        return super().split(X, y)

    def _folds(self, count, y):
        generator = check_random_state(self.random_state)
        y = np.asarray(y)
        _, first, codes = np.unique(y, return_index=True, return_inverse=True)
        _, order = np.unique(first, return_inverse=True)
        codes = order[codes]
        counts = np.bincount(codes)
        if bool((counts < self.n_splits).all()):
            raise ValueError(f"n_splits={self.n_splits} cannot be greater than the number of members in each class.")
        if self.n_splits > counts.min():
            warnings.warn(
                f"The least populated class in y has only {counts.min()} members, which is less than n_splits={self.n_splits}.",
                UserWarning,
                stacklevel=3,
            )
        in_order = np.sort(codes)
        parts = [np.bincount(in_order[k :: self.n_splits], minlength=len(counts)).tolist() for k in range(self.n_splits)]
        folds = np.empty(count, dtype=np.int64)
        for c in range(len(counts)):
            own = np.repeat(np.arange(self.n_splits), [part[c] for part in parts])
            if self.shuffle:
                generator.shuffle(own)
            folds[codes == c] = own
        return folds


class ShuffleSplit(_Splitter):
    """Random training and test sets, drawn anew for every split."""

    _shown = ("n_splits", "random_state", "test_size", "train_size")
    _default = 0.1

    def __init__(self, n_splits=10, *, test_size=None, train_size=None, random_state=None):
        self.n_splits, self.test_size, self.train_size, self.random_state = n_splits, test_size, train_size, random_state

    def split(self, X, y=None, groups=None):
        """Pairs of training and test positions."""
        n_train, n_test = _sizes(len(X), self.test_size, self.train_size, self._default)
        generator = check_random_state(self.random_state)
        for _ in range(self.n_splits):
            yield self._one(len(X), y, n_train, n_test, generator)

    def _one(self, count, y, n_train, n_test, generator):
        order = generator.permutation(count)
        return order[n_test : n_test + n_train], order[:n_test]


class StratifiedShuffleSplit(ShuffleSplit):
    """ShuffleSplit with the classes' shares in both sets."""

    def _one(self, count, y, n_train, n_test, generator):
        return _stratified(np.asarray(y), n_train, n_test, generator)
