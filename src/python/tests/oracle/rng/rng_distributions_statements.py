"""torch.distributions: printing, samples, log probabilities, divergences, refusals. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, math
import torch.nn as nn
from torch import tensor
import torch.distributions.transforms as transforms
from torch.distributions import *
import torch.distributions as D
n = Normal(0., 1.); n, n.mean, n.stddev, n.variance, n.entropy(), n.log_prob(tensor(0.5)), n.cdf(tensor(0.)), n.icdf(tensor(0.975)), n.batch_shape, n.event_shape, n.support, n.has_rsample, n.mode
Normal(0.,1.).sample(), Normal(0.,1.).sample((3,)), Normal(tensor([0.,10.]), tensor([1.,2.])).sample((2,)), Normal(torch.zeros(20),1.).sample()
Normal(tensor([0.,1.]),1.), Normal(torch.zeros(2,3),torch.ones(3)), Normal(torch.zeros(2),1).expand((4,2)).batch_shape, Normal(0,1).mean
Normal(0.,-1.)
Normal(tensor([0.,float('nan')]),1.)
Normal(torch.zeros(2),torch.ones(3))
Normal(0.,1.).log_prob(tensor([1,2]))
Normal(0.,1.).log_prob(1.)
Normal(0.,1.).log_prob('a')
mu = torch.zeros(2,requires_grad=True); s = torch.ones(2,requires_grad=True); d = Normal(mu,s); z = d.rsample(); z, d.sample().requires_grad; (z**2).sum().backward(); mu.grad, s.grad
d.log_prob(tensor([1.,2.])), d.log_prob(tensor([1.,2.])).sum(), d.entropy()
c = Categorical(tensor([0.1,0.2,0.7])); c, c.probs, c.logits, c.sample(), c.sample((5,)), c.log_prob(tensor(2)), c.entropy(), c.mode, c.mean, c.variance, c.param_shape, c.support, c.enumerate_support()
Categorical(logits=tensor([1.,2.,3.])), Categorical(logits=torch.randn(2,3)).sample(), Categorical(torch.ones(2,3)).sample((4,)), Categorical(torch.ones(4)).log_prob(tensor([0,3])), Categorical(probs=torch.ones(2,3)).entropy(), Categorical(logits=torch.zeros(3)).probs
Categorical(tensor([-1.,2.]))
Categorical()
Categorical(torch.ones(2),torch.ones(2))
Categorical(tensor(1.))
Categorical(torch.ones(3)).log_prob(tensor(3))
Categorical(torch.ones(3)).log_prob(tensor(0.5))
b = Bernoulli(0.3); b, b.sample((4,)), b.mean, b.variance, b.entropy(), b.log_prob(tensor(1.)), b.mode, b.logits, Bernoulli(logits=tensor([0.,2.])), Bernoulli(logits=tensor([0.,2.])).probs, Bernoulli(tensor([.1,.9])).sample((3,)), b.enumerate_support(), b.support
Bernoulli(1.5)
Bernoulli(0.5).log_prob(tensor(0.3))
u = Uniform(0.,2.); u, u.sample((3,)), u.mean, u.variance, u.entropy(), u.log_prob(tensor(1.)), u.cdf(tensor(.5)), u.icdf(tensor(.25)), Uniform(tensor([0.,1.]),tensor([1.,3.])).rsample(), u.support
Uniform(2.,1.)
Uniform(0.,1.).log_prob(tensor(2.))
e = Exponential(2.); e, e.sample((3,)), e.mean, e.stddev, e.variance, e.log_prob(tensor(1.)), e.entropy(), e.cdf(tensor(1.)), e.mode, e.rate
g = Gamma(2.,3.); g, g.sample((3,)), g.mean, g.variance, g.log_prob(tensor(.5)), g.entropy(), g.concentration, g.mode
Gamma(tensor([.5,1.,5.]),tensor([1.,1.,1.])).sample(), Gamma(tensor([.5,1.,5.]),1.).rsample((2,))
be = Beta(2.,3.); be, be.sample((3,)), be.mean, be.variance, be.log_prob(tensor(.4)), be.entropy(), be.concentration0, be.concentration1, be.mode
di = Dirichlet(tensor([1.,2.,3.])); di, di.sample(), di.sample((2,)), di.mean, di.variance, di.log_prob(tensor([.2,.3,.5])), di.entropy(), di.event_shape, di.mode
di.log_prob(tensor([.2,.3,.4]))
mv = MultivariateNormal(torch.zeros(2), torch.eye(2)); mv, mv.sample(), mv.sample((3,)), mv.log_prob(tensor([1.,1.])), mv.entropy(), mv.mean, mv.variance, mv.covariance_matrix, mv.precision_matrix, mv.scale_tril, mv.event_shape
MultivariateNormal(tensor([1.,2.]), tensor([[2.,.5],[.5,1.]])).sample(), MultivariateNormal(tensor([1.,2.]), scale_tril=tensor([[1.,0.],[.5,1.]])), MultivariateNormal(torch.zeros(3,2), torch.eye(2)).batch_shape, MultivariateNormal(tensor([1.,2.]), tensor([[2.,.5],[.5,1.]])).log_prob(torch.zeros(3,2))
MultivariateNormal(torch.zeros(2), tensor([[1.,2.],[2.,1.]]))
MultivariateNormal(torch.zeros(2))
MultivariateNormal(torch.zeros(2), torch.eye(3))
i = Independent(Normal(torch.zeros(3),torch.ones(3)),1); i, i.sample(), i.log_prob(torch.zeros(3)), i.batch_shape, i.event_shape, i.entropy(), i.mean
Independent(Normal(0.,1.),1)
kl_divergence(Normal(0.,1.),Normal(1.,2.)), kl_divergence(Categorical(tensor([.5,.5])),Categorical(tensor([.9,.1]))), kl_divergence(Bernoulli(.3),Bernoulli(.6)), kl_divergence(Beta(1.,2.),Beta(2.,2.)), kl_divergence(Gamma(1.,2.),Gamma(2.,2.)), kl_divergence(Exponential(1.),Exponential(2.)), kl_divergence(Uniform(0.,1.),Uniform(0.,2.)), kl_divergence(Dirichlet(torch.ones(3)),Dirichlet(tensor([1.,2.,3.]))), kl_divergence(MultivariateNormal(torch.zeros(2),torch.eye(2)),MultivariateNormal(torch.ones(2),2*torch.eye(2))), kl_divergence(Independent(Normal(torch.zeros(2),1.),1),Independent(Normal(torch.ones(2),1.),1)), kl_divergence(Poisson(2.),Poisson(3.)), kl_divergence(Laplace(0.,1.),Laplace(1.,1.)), kl_divergence(Normal(torch.zeros(2),1.),Normal(torch.ones(2),2.)), kl_divergence(Geometric(.3),Geometric(.5)), kl_divergence(Normal(0.,1.),Laplace(0.,1.)), kl_divergence(Uniform(0.,1.),Normal(0.,1.)), kl_divergence(LogNormal(0.,1.),LogNormal(1.,1.)), kl_divergence(OneHotCategorical(tensor([.5,.5])),OneHotCategorical(tensor([.9,.1])))
kl_divergence(Normal(0.,1.),Bernoulli(.5))
po = Poisson(4.); po, po.sample((5,)), po.mean, po.variance, po.log_prob(tensor(3.)), Poisson(tensor([1.,20.])).sample((3,)), po.mode
bi = Binomial(10,tensor(.4)); bi, bi.sample((4,)), bi.mean, bi.variance, bi.log_prob(tensor(3.)), bi.entropy(), bi.mode
ge = Geometric(.3); ge, ge.sample((4,)), ge.mean, ge.log_prob(tensor(2.)), ge.entropy()
m = Multinomial(5,tensor([.2,.3,.5])); m, m.sample(), m.mean, m.log_prob(tensor([1.,2.,2.])), m.variance
la = Laplace(0.,1.); la, la.sample((3,)), la.mean, la.stddev, la.log_prob(tensor(1.)), la.entropy(), la.cdf(tensor(1.))
ca = Cauchy(0.,1.); ca, ca.sample((2,)), ca.mean, ca.log_prob(tensor(1.)), ca.entropy()
st = StudentT(3.); st, st.sample((2,)), st.mean, st.variance, st.log_prob(tensor(1.)), st.entropy()
ch = Chi2(3.); ch, ch.sample((2,)), ch.mean, ch.log_prob(tensor(1.))
ln = LogNormal(0.,.5); ln, ln.sample((3,)), ln.mean, ln.variance, ln.log_prob(tensor(1.)), ln.entropy(), ln.mode
gu = Gumbel(0.,1.); gu, gu.sample((3,)), gu.mean, gu.stddev, gu.log_prob(tensor(1.)), gu.entropy()
hn = HalfNormal(1.); hn, hn.sample((3,)), hn.mean, hn.log_prob(tensor(1.)), HalfCauchy(1.), HalfCauchy(1.).sample((2,))
pa = Pareto(1.,3.); pa, pa.sample((2,)), pa.mean, pa.log_prob(tensor(2.))
we = Weibull(1.,2.); we, we.sample((2,)), we.mean, we.log_prob(tensor(.5))
oh = OneHotCategorical(tensor([.2,.8])); oh, oh.sample(), oh.log_prob(tensor([0.,1.])), oh.mean, oh.mode, oh.entropy()
nb = NegativeBinomial(5,tensor(.5)); nb, nb.sample((3,)), nb.mean, nb.log_prob(tensor(2.))
vm = VonMises(0.,1.); vm, vm.log_prob(tensor(.5)), vm.mean
ku = Kumaraswamy(2.,3.); ku, ku.sample((2,)), ku.mean
lr = LowRankMultivariateNormal(torch.zeros(2),torch.ones(2,1),torch.ones(2)); lr, lr.sample(), lr.log_prob(torch.zeros(2))
mix = MixtureSameFamily(Categorical(tensor([.3,.7])),Normal(tensor([-1.,1.]),tensor([.5,.5]))); mix, mix.sample((3,)), mix.log_prob(tensor(0.)), mix.mean, mix.variance
td = TransformedDistribution(Normal(0.,1.),[transforms.ExpTransform()]); td, td.sample((2,)), td.log_prob(tensor(1.))
TransformedDistribution(Normal(torch.zeros(2),1.),[transforms.AffineTransform(1.,2.)]).sample(), TransformedDistribution(Uniform(0.,1.),[transforms.SigmoidTransform().inv]).log_prob(tensor(.5)), transforms.TanhTransform()(tensor(.5)), transforms.SoftmaxTransform()(tensor([1.,2.])), transforms.ComposeTransform([transforms.ExpTransform(),transforms.AffineTransform(0.,2.)])(tensor(1.)), transforms.AffineTransform(1.,2.).log_abs_det_jacobian(tensor(1.),tensor(3.)), transforms.SigmoidTransform()(tensor(0.)), transforms.StickBreakingTransform()(tensor([.1,.2])), transforms.PowerTransform(tensor(2.))(tensor(3.))
RelaxedBernoulli(tensor(1.),probs=tensor([.3,.6])).rsample(), RelaxedOneHotCategorical(tensor(.5),probs=tensor([.3,.3,.4])).rsample(), RelaxedOneHotCategorical(tensor(.5),logits=tensor([1.,2.]))
ContinuousBernoulli(.3), ContinuousBernoulli(.3).sample((2,)), ContinuousBernoulli(.3).mean, FisherSnedecor(2.,3.), FisherSnedecor(2.,5.).sample((2,))
from torch.distributions import constraints; constraints.positive, constraints.unit_interval, constraints.simplex, constraints.real, constraints.interval(0,1), constraints.positive.check(tensor([1.,-1.])), Normal.arg_constraints, Beta.arg_constraints, constraints.greater_than(2), constraints.integer_interval(0,3), constraints.dependent, constraints.boolean
biject_to(D.constraints.positive)(tensor(1.)), transform_to(D.constraints.simplex)(torch.zeros(3)), 1
Distribution.set_default_validate_args(False); Normal(0.,-1.)
Distribution.set_default_validate_args(True)
Normal(0.,-1.,validate_args=False).stddev
def reinforce():
    logits = torch.zeros(3,requires_grad=True); d = Categorical(logits=logits); a = d.sample(); (-d.log_prob(a)*2.).backward(); return a, logits.grad
reinforce()
Normal(tensor([0.]),tensor([1.])).perplexity(), Categorical(torch.ones(4)).perplexity()
D.normal.Normal is D.Normal, D.Normal.__mro__[1].__name__, isinstance(n, D.Distribution), issubclass(D.Chi2, D.Gamma)
'''

names = {"__name__": "__main__"}
for node in ast.parse(PROGRAM).body:
    source = ast.get_source_segment(PROGRAM, node)
    print(">>>", source.splitlines()[0])
    if "torch" in names:
        names["torch"].manual_seed(node.lineno)
    try:
        if isinstance(node, ast.Expr):
            value = eval(compile(ast.Expression(node.value), "<program>", "eval"), names)
            if value is not None:
                print(value if isinstance(value, str) else repr(value))
        else:
            exec(compile(ast.Module([node], []), "<program>", "exec"), names)
    except Exception as error:
        print(type(error).__name__ + ":", str(error).strip().split("\n")[0])
