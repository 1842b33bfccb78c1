import numpy as np


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


R = np.random
G = np.random.default_rng(0)
attempt(R.randint, 5, 2)
attempt(R.randint, 0)
attempt(R.randint, 0, 300, dtype=np.uint8)
attempt(R.randint, -1, 3, dtype=np.uint8)
attempt(R.randint, 0, 3, dtype=float)
attempt(R.choice, 3, 5, replace=False)
attempt(R.choice, 0)
attempt(R.choice, [])
attempt(R.choice, np.ones((2, 2)))
attempt(R.choice, 3, p=[0.5, 0.5])
attempt(R.choice, 3, p=[0.5, 0.6, 0.1])
attempt(R.choice, 3, p=[0.5, -0.5, 1.0])
attempt(R.choice, 3, 3, replace=False, p=[0.5, 0.5, 0])
attempt(R.normal, 0, -1)
attempt(R.exponential, -1)
attempt(R.poisson, -1)
attempt(R.binomial, 5, 1.5)
attempt(R.binomial, -1, 0.5)
attempt(R.beta, 0, 1)
attempt(R.gamma, -1)
attempt(R.multivariate_normal, [0, 0], [[1]])
attempt(R.multivariate_normal, 0, [[1]])
attempt(R.triangular, 3, 2, 1)
attempt(R.seed, -1)
attempt(R.seed, 2**32)
attempt(R.uniform, 0, np.inf)
attempt(R.multinomial, 5, [0.9, 0.9, 0.1])
attempt(R.geometric, 1.5)
for source in (R.RandomState(0), np.random.default_rng(0)):
    attempt(source.poisson, np.nan)
    attempt(source.poisson, [1.0, np.nan])
    attempt(source.poisson, 1e19)
    attempt(source.negative_binomial, np.nan, 0.5)
    attempt(source.vonmises, 0, np.nan)
    attempt(source.noncentral_chisquare, 0.5, np.nan)
    attempt(source.noncentral_chisquare, np.nan, 1)
attempt(G.integers, 5, 2)
attempt(G.integers, 0, 300, dtype=np.uint8)
attempt(G.choice, 3, 5, replace=False)
attempt(G.choice, 3, p=[0.5, 0.5])
attempt(G.choice, 3, p=[0.5, 0.6, 0.1])
attempt(G.normal, 0, -1)
attempt(G.poisson, -1)
attempt(G.standard_normal, dtype=int)
attempt(R.default_rng, -1)
attempt(R.shuffle, 3)
attempt(R.rand, 2.5)
attempt(R.randn, "a")
for call in (lambda: np.random.seed("a"), lambda: np.random.seed(1.5), lambda: np.random.permutation(3.5)):
    try:
        call()
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
