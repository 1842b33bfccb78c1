import numpy as np

rng = np.random.RandomState(5)


def random_slice(n):
    start, stop = (int(v) for v in rng.randint(-n - 1, n + 2, 2))
    step = int(rng.choice([-2, -1, 1, 2]))
    return slice(start if rng.rand() < 0.7 else None, stop if rng.rand() < 0.7 else None, step)


def random_key(shape, advanced):
    keys = []
    for n in shape:
        r = rng.rand()
        if r < 0.35:
            keys.append(random_slice(n))
        elif r < 0.55:
            keys.append(int(rng.randint(-n, n)))
        elif r < 0.65:
            keys.append(None)
            keys.append(random_slice(n))
        elif advanced and r < 0.85:
            keys.append(rng.randint(-n, n, size=3))
        elif advanced and r < 0.95:
            keys.append(rng.rand(n) < 0.5)
        else:
            keys.append(slice(None))
    if rng.rand() < 0.2:
        keys[-1] = Ellipsis
    return tuple(keys)


count = 0
for trial in range(300):
    shape = tuple(int(v) for v in rng.randint(1, 5, size=rng.randint(1, 5)))
    a = np.arange(int(np.prod(shape))).reshape(shape)
    if trial % 3 == 0:
        a = a.T
    key = random_key(a.shape, trial % 2 == 1)
    try:
        found = a[key]
        print(trial, a.shape, np.shape(found), np.asarray(found).ravel()[:8], np.sum(found))
    except IndexError as e:
        print(trial, "IndexError", str(e)[:60])
        continue
    b = a.astype(float)
    b[key] = -1.5
    c = a.copy()
    value = np.arange(np.size(found)).reshape(np.shape(found))
    c[key] = value
    d = a.copy()
    d[key] += 100
    print(b.sum(), c.ravel()[:10], d.sum())
    count += 1
print(count)
for trial in range(60):
    shape = tuple(int(v) for v in rng.randint(1, 4, size=rng.randint(1, 4)))
    other = tuple(int(rng.choice([1, n])) for n in shape[int(rng.randint(0, len(shape))) :])
    x, y = rng.randint(0, 9, shape), rng.randint(1, 9, other)
    axis = int(rng.randint(-x.ndim, x.ndim))
    print((x + y).shape, (x * y).sum(), (x / y).mean().round(6), (x > y).sum(), (x - y).sum(axis=axis), x.max(axis=axis), np.sort(x, axis=axis).ravel()[:5], np.argsort(x, axis=axis, kind="stable").ravel()[:5], x.cumsum(axis=axis).ravel()[-3:], np.flip(x, axis).ravel()[:4], np.roll(x, 1, axis).ravel()[:4], np.moveaxis(x, axis, 0).shape, np.concatenate([x, x], axis).shape, np.repeat(x, 2, axis).sum(), np.take(x, [0], axis).ravel()[:3], np.diff(x, axis=axis).sum(), np.unique(x), x.mean(axis=axis).sum().round(6), x.std(axis=axis).sum().round(6), np.swapaxes(x, 0, axis).ravel()[:4], x.T.reshape(-1)[:4], np.stack([x, x], axis).shape, np.expand_dims(x, axis).shape, np.count_nonzero(x, axis=axis).sum() if x.ndim > 1 else np.count_nonzero(x))
