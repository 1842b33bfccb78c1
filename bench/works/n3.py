"""N3: the sums of a 1000 × 1000 float64 array along each of its axes."""
X = hashed(1_000_000, 4).reshape(1000, 1000)
STEPS = 20


def compute():
    return X.sum(axis=0), X.sum(axis=1)


def digest(made):
    return made[0][0], made[0].sum(), made[1][999], made[1].sum()
