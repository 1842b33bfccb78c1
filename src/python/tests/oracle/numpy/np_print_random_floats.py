import numpy as np

rng = np.random.RandomState(123)
powers = np.array([float(f"1e{k}") for k in range(-4, 5)])
for trial in range(60):
    shape = [(3,), (7,), (2, 3), (5, 4), (2, 2, 2), (12,), (1, 6), (6, 1)][trial % 8]
    scale = float(f"1e{rng.randint(-8, 9)}")
    spread = rng.randint(0, 4)
    a = rng.rand(*shape).round(9) * scale * powers[rng.randint(-spread, spread + 1, size=shape) + 4]
    if trial % 5 == 1:
        a = np.round(a, 2)
    if trial % 7 == 2:
        a.flat[0] = np.nan
    if trial % 7 == 3:
        a.flat[-1] = -np.inf
    if trial % 3 == 1:
        a = a.astype(np.float32)
    if trial % 11 == 5 and scale < 1000:
        a = a.astype(np.float16)
    print(a)
    print(repr(a.T))
    print(a.flat[0], a.flat[-1], a.ravel()[:2].tolist())
    with np.printoptions(precision=3):
        print(a)
    with np.printoptions(precision=4, suppress=True):
        print(a)
    with np.printoptions(precision=2, floatmode="fixed", linewidth=50):
        print(a)
for trial in range(12):
    z = rng.randn(4) + 1j * rng.randn(4) * powers[rng.randint(0, 8)]
    print(z, repr(z[:2]))
for k in range(-12, 20):
    print(10.0**k, np.float64(1.5 * 10.0**k), np.float32(1.7 * 10.0**k), np.array([3.0 * 10.0**k]), np.array([10.0**k, 1.0]))
for v in rng.rand(40):
    print(np.float64(v), np.float32(v), np.float16(v), np.float64(v * 1e17), np.float32(v * 1e-6))
