import numpy as np

np.random.seed(42)
print(np.random.rand(), np.random.rand(2, 2), np.random.randn(3), np.random.randint(10), np.random.randint(0, 5, (2, 3)), np.random.random(2), np.random.uniform(-1, 1, 3), np.random.normal(5, 2, 2), np.random.choice(5, 3), np.random.choice(["a", "b"], 3), np.random.permutation(5))
x = np.arange(6)
np.random.shuffle(x)
print(x, np.random.choice(x, 2, replace=False), np.random.choice([1, 2, 3], 4, p=[0.1, 0.2, 0.7]), np.random.permutation(["x", "y", "z"]), np.random.standard_normal(2), np.random.exponential(2, 2), np.random.binomial(10, 0.5, 3), np.random.poisson(3, 3))
rng = np.random.default_rng(0)
print(rng.random(2), rng.integers(0, 10, 5), rng.normal(size=3), rng.standard_normal(2), rng.choice(5, 2), rng.permutation(4), rng.uniform(0, 1, 2), rng.integers(5), rng.random())
m = np.arange(6).reshape(3, 2)
np.random.seed(1)
np.random.shuffle(m)
idx = np.random.permutation(len(m))
print(m, idx, m[idx], np.random.rand(3) < 0.5, np.random.RandomState(5).rand(2), type(np.random.rand()).__name__, type(np.random.randint(3)).__name__, np.random.rand(2).dtype, np.random.randint(3, size=2).dtype)
np.random.seed(0)
X = np.r_[np.random.randn(3, 2) + 2, np.random.randn(3, 2) - 2]
y = np.array([1] * 3 + [0] * 3)
order = np.random.permutation(6)
train, test = order[:4], order[4:]
print(X.round(3), y, X[train].mean(axis=0), y[test], np.random.get_state()[0])
