"""N2: exp of a million float64 numbers between -2 and 2."""
X = hashed(1_000_000, 3) * 4 - 2
STEPS = 10


def compute():
    return np.exp(X)


def digest(made):
    return made[0], made[-1], made.sum()
