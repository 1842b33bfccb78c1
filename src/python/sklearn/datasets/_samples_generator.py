"""Data sets that are made up: clusters, moons, circles, regression; the random draws come in scikit-learn's order."""

import math

import numpy as np

from sklearn.utils import check_random_state, is_number
from sklearn.utils import shuffle as shuffled


def _halves(n_samples):
    if is_number(n_samples):
        first = n_samples // 2
        return first, n_samples - first
    try:
        first, second = n_samples
    except (TypeError, ValueError) as error:
        raise ValueError("`n_samples` can be either an int or a two-element tuple.") from error
    return first, second


def _two_classes(first, second, shuffle, noise, generator):
    X = np.concatenate([first, second])
    y = np.concatenate([np.zeros(len(first), dtype=np.int64), np.ones(len(second), dtype=np.int64)])
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
    if noise is not None:
        X += generator.normal(scale=noise, size=X.shape)
    return X, y


def make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None):
    """Two half circles that reach into each other: X (n, 2) and y of 0 and 1."""
    outside, inside = _halves(n_samples)
    generator = check_random_state(random_state)
    up, down = np.linspace(0, np.pi, outside), np.linspace(0, np.pi, inside)
    outer = np.stack([np.cos(up), np.sin(up)], axis=1)
    inner = np.stack([1 - np.cos(down), 1 - np.sin(down) - 0.5], axis=1)
    return _two_classes(outer, inner, shuffle, noise, generator)


def make_circles(n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8):
    """A circle inside another: X (n, 2) and y of 0 (outside) and 1."""
    if not 0 <= factor < 1:
        raise ValueError(
            f"The 'factor' parameter of make_circles must be a float in the range [0.0, 1.0). Got {factor!r} instead."
        )
    outside, inside = _halves(n_samples)
    generator = check_random_state(random_state)
    far, near = np.linspace(0, 2 * np.pi, outside, endpoint=False), np.linspace(0, 2 * np.pi, inside, endpoint=False)
    outer = np.stack([np.cos(far), np.sin(far)], axis=1)
    inner = np.stack([np.cos(near), np.sin(near)], axis=1) * factor
    return _two_classes(outer, inner, shuffle, noise, generator)


def make_blobs(
    n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, center_box=(-10.0, 10.0), shuffle=True, random_state=None,
    return_centers=False,
):  # fmt: skip
    """Normal clusters: X (n, n_features) and the number of each sample's cluster."""
    generator = check_random_state(random_state)
    if is_number(n_samples):
        centers = 3 if centers is None else centers
        count = centers if is_number(centers) else len(np.asarray(centers))
    else:
        count = len(n_samples)
    if centers is None or is_number(centers):
        centers = generator.uniform(center_box[0], center_box[1], size=(count, n_features))
    else:
        centers = np.asarray(centers, dtype=float)
    if len(centers) != count:
        raise ValueError(f"Length of `n_samples` not consistent with number of centers. Got n_samples = {n_samples} and centers = {centers}")
    spreads = [float(cluster_std)] * count if not hasattr(cluster_std, "__len__") else list(cluster_std)
    if len(spreads) != count:
        raise ValueError(
            f"Length of `clusters_std` not consistent with number of centers. Got centers = {centers} and cluster_std = {cluster_std}"
        )
    if is_number(n_samples):
        sizes = [n_samples // count + (i < n_samples % count) for i in range(count)]
    else:
        sizes = list(n_samples)
    width = centers.shape[1]
    X = np.concatenate([generator.normal(loc=centers[i], scale=spreads[i], size=(sizes[i], width)) for i in range(count)])
    y = np.repeat(np.arange(count), sizes)
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
    return (X, y, centers) if return_centers else (X, y)


def _corners(count, dimensions, generator):
    """Different corners of the unit cube."""
    if dimensions > 30:
        more = generator.randint(2, size=(count, dimensions - 30))
        return np.hstack([more, _corners(count, 30, generator)])
    numbers = _different(2**dimensions, count, generator)
    return np.array([[number >> (dimensions - 1 - d) & 1 for d in range(dimensions)] for number in numbers])


def _different(population, count, generator):
    """Different numbers below `population`, drawn in the way that suits their share."""
    share = count / population
    if 0.01 < share < 0.99:
        return generator.permutation(population)[:count].tolist()
    if share < 0.2:
        chosen = []
        while len(chosen) < count:
            number = generator.randint(population)
            if number not in chosen:
                chosen.append(number)
        return chosen
    chosen = list(range(count))
    for i in range(count, population):
        place = generator.randint(0, i + 1)
        if place < count:
            chosen[place] = i
    return chosen


def _cluster_sizes(n_samples, weights, n_classes, per_class):
    clusters = n_classes * per_class
    sizes = [int(n_samples * weights[k % n_classes] / per_class) for k in range(clusters)]
    for i in range(n_samples - sum(sizes)):
        sizes[i % clusters] += 1
    return sizes


def make_classification(
    n_samples=100, n_features=20, *, n_informative=2, n_redundant=2, n_repeated=0, n_classes=2, n_clusters_per_class=2, weights=None,
    flip_y=0.01, class_sep=1.0, hypercube=True, shift=0.0, scale=1.0, shuffle=True, random_state=None,
):  # fmt: skip
    """Clusters at corners of a cube, with redundant, repeated and useless features: X and the classes y."""
    generator = check_random_state(random_state)
    if n_informative + n_redundant + n_repeated > n_features:
        raise ValueError(
            "Number of informative, redundant and repeated features must sum to less than the number of total features"
        )
    clusters = n_classes * n_clusters_per_class
    if n_informative < math.log2(clusters):
        raise ValueError(
            f"n_classes({n_classes}) * n_clusters_per_class({n_clusters_per_class}) must be smaller or equal "
            f"2**n_informative({n_informative})={2**n_informative}"
        )
    weights = [1.0 / n_classes] * n_classes if weights is None else list(weights)
    if len(weights) not in (n_classes, n_classes - 1):
        raise ValueError("Weights specified but incompatible with number of classes.")
    if len(weights) == n_classes - 1:
        weights.append(1.0 - sum(weights))
    sizes = _cluster_sizes(n_samples, weights, n_classes, n_clusters_per_class)
    X, y = np.zeros((n_samples, n_features)), np.zeros(n_samples, dtype=np.int64)
    corners = _corners(clusters, n_informative, generator).astype(float) * (2 * class_sep) - class_sep
    if not hypercube:
        corners *= generator.uniform(size=(clusters, 1))
        corners *= generator.uniform(size=(1, n_informative))
    X[:, :n_informative] = generator.standard_normal(size=(n_samples, n_informative))
    stop = 0
    for k in range(clusters):
        start, stop = stop, stop + sizes[k]
        y[start:stop] = k % n_classes
        turn = 2 * generator.uniform(size=(n_informative, n_informative)) - 1
        X[start:stop, :n_informative] = X[start:stop, :n_informative] @ turn + corners[k]
    end = n_informative + n_redundant
    if n_redundant > 0:
        mix = 2 * generator.uniform(size=(n_informative, n_redundant)) - 1
        X[:, n_informative:end] = X[:, :n_informative] @ mix
    if n_repeated > 0:
        again = ((end - 1) * generator.uniform(size=n_repeated) + 0.5).astype(np.int64)
        X[:, end : end + n_repeated] = X[:, again]
    useless = n_features - end - n_repeated
    if useless > 0:
        X[:, -useless:] = generator.standard_normal(size=(n_samples, useless))
    if flip_y >= 0.0:
        flipped = generator.uniform(size=n_samples) < flip_y
        y[flipped] = generator.randint(n_classes, size=int(flipped.sum()))
    X += (2 * generator.uniform(size=n_features) - 1) * class_sep if shift is None else shift
    X *= 1 + 100 * generator.uniform(size=n_features) if scale is None else scale
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
        order = np.arange(n_features)
        generator.shuffle(order)
        X = X[:, order].copy()
    return X, y


def make_regression(
    n_samples=100, n_features=100, *, n_informative=10, n_targets=1, bias=0.0, effective_rank=None, tail_strength=0.5, noise=0.0, shuffle=True,
    coef=False, random_state=None,
):  # fmt: skip
    """Normal features, of which some make up the target linearly: X, y (and the coefficients)."""
    if effective_rank is not None:
        raise NotImplementedError("make_regression(effective_rank=…) is not here")
    generator = check_random_state(random_state)
    n_informative = min(n_features, n_informative)
    X = generator.standard_normal(size=(n_samples, n_features))
    truth = np.zeros((n_features, n_targets))
    truth[:n_informative, :] = 100 * generator.uniform(size=(n_informative, n_targets))
    y = X @ truth + bias
    if noise > 0.0:
        y += generator.normal(scale=noise, size=y.shape)
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
        order = np.arange(n_features)
        generator.shuffle(order)
        X, truth = X[:, order].copy(), truth[order]
    y = np.squeeze(y)
    return (X, y, np.squeeze(truth)) if coef else (X, y)


def make_swiss_roll(n_samples=100, *, noise=0.0, random_state=None, hole=False):
    """A rolled-up sheet in space: X (n, 3) and the place along the roll."""
    if hole:
        raise NotImplementedError("make_swiss_roll(hole=True) is not here")
    generator = check_random_state(random_state)
    t = 1.5 * np.pi * (1 + 2 * generator.uniform(size=n_samples))
    height = 21 * generator.uniform(size=n_samples)
    X = np.vstack((t * np.cos(t), height, t * np.sin(t)))
    X += noise * generator.standard_normal(size=(3, n_samples))
    return X.T, t


def make_s_curve(n_samples=100, *, noise=0.0, random_state=None):
    """A sheet bent like an S: X (n, 3) and the place along it."""
    generator = check_random_state(random_state)
    t = (3 * np.pi * (generator.uniform(size=(1, n_samples)) - 0.5)).reshape(-1)
    X = np.stack([np.sin(t), 2.0 * generator.uniform(size=n_samples), np.sign(t) * (np.cos(t) - 1)], axis=1)
    X += noise * generator.standard_normal(size=(3, n_samples)).T
    return X, t
