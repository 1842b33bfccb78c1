"""numpy.random: the legacy functions and RandomState (MT19937), and default_rng with Generator (PCG64), with NumPy's streams."""

from numpy.random import mtrand as _mtrand
from numpy.random._bits import MT19937, PCG64, BitGenerator, SeedSequence  # noqa: F401
from numpy.random._generator import Generator, default_rng  # noqa: F401
from numpy.random.mtrand import RandomState  # noqa: F401

_rand = _mtrand.rand_state
beta = _rand.beta
binomial = _rand.binomial
bytes = _rand.bytes
chisquare = _rand.chisquare
choice = _rand.choice
dirichlet = _rand.dirichlet
exponential = _rand.exponential
f = _rand.f
gamma = _rand.gamma
geometric = _rand.geometric
get_state = _rand.get_state
gumbel = _rand.gumbel
hypergeometric = _rand.hypergeometric
laplace = _rand.laplace
logistic = _rand.logistic
lognormal = _rand.lognormal
logseries = _rand.logseries
multinomial = _rand.multinomial
multivariate_normal = _rand.multivariate_normal
negative_binomial = _rand.negative_binomial
noncentral_chisquare = _rand.noncentral_chisquare
noncentral_f = _rand.noncentral_f
normal = _rand.normal
pareto = _rand.pareto
permutation = _rand.permutation
poisson = _rand.poisson
power = _rand.power
rand = _rand.rand
randint = _rand.randint
randn = _rand.randn
random = _rand.random
random_integers = _rand.random_integers
random_sample = ranf = sample = _rand.random_sample
rayleigh = _rand.rayleigh
seed = _rand.seed
set_state = _rand.set_state
shuffle = _rand.shuffle
standard_cauchy = _rand.standard_cauchy
standard_exponential = _rand.standard_exponential
standard_gamma = _rand.standard_gamma
standard_normal = _rand.standard_normal
standard_t = _rand.standard_t
triangular = _rand.triangular
uniform = _rand.uniform
vonmises = _rand.vonmises
wald = _rand.wald
weibull = _rand.weibull
zipf = _rand.zipf


def __getattr__(name):
    if name in ("SFC64", "Philox", "PCG64DXSM"):
        raise AttributeError(f"numpy.random.{name} is not here: the bit generators are PCG64 (default_rng's) and MT19937")
    raise AttributeError(f"module 'numpy.random' has no attribute {name!r}")
