import torch
from torch import special

torch.set_printoptions(precision=8)
x = torch.tensor([-3.0, -1.5, -0.2, 0.0, 0.4, 1.0, 2.5, 6.0, 30.0], dtype=torch.float64)
positive = x[4:]
for name in ("i0e", "i1", "i1e", "erfcx", "log_ndtr", "bessel_j0", "bessel_j1", "modified_bessel_i0", "modified_bessel_i1", "spherical_bessel_j0"):
    print(name, getattr(special, name)(x))
for name in ("modified_bessel_k0", "modified_bessel_k1", "scaled_modified_bessel_k0", "scaled_modified_bessel_k1"):
    print(name, getattr(special, name)(positive))
print(special.zeta(torch.tensor([1.5, 2.0, 4.0, 10.0, 1.0, 0.5]), 1.0), special.zeta(positive + 1, torch.tensor(2.5, dtype=torch.float64)))
shapes = torch.tensor([0.5, 1.0, 3.0, 20.0], dtype=torch.float64)
for end in (0.0, 0.1, 2.0, 15.0, 60.0):
    print(special.gammainc(shapes, torch.full_like(shapes, end)), special.gammaincc(shapes, torch.full_like(shapes, end)))
print(torch.igamma(shapes, shapes), torch.igammac(shapes, shapes), shapes.igamma(shapes))
for name in (
    "chebyshev_polynomial_t", "chebyshev_polynomial_u", "hermite_polynomial_h", "hermite_polynomial_he", "laguerre_polynomial_l", "legendre_polynomial_p",
):  # fmt: skip
    print(name, [getattr(special, name)(torch.tensor([0.3, -0.7, 1.0]), n).tolist() for n in range(5)])
print(special.i1(torch.tensor([1, 2])), special.log_ndtr(torch.tensor([-20.0, -5.0, 0.0, 3.0])))
for start, goal in ((1.0, 2.0), (1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (-1.0, 0.0), (-1.0, -2.0), (3.0, 3.0), (float("nan"), 1.0)):
    for dtype in (torch.float32, torch.float64):
        print(torch.nextafter(torch.tensor([start], dtype=dtype), torch.tensor([goal], dtype=dtype)).item())
