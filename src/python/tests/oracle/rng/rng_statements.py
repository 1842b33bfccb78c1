"""Random tensors, initialisers, generators and distributions, bit for bit. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, math
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
from torch import distributions as D
torch.randint(5,(3,)), torch.randint(-3,3,(2,2)), torch.randint(0,2,(4,),dtype=torch.bool), torch.randint(0,255,(3,),dtype=torch.uint8), torch.randint(0,10,(3,),dtype=torch.float32), torch.randint(0,2**40,(2,)), torch.rand_like(torch.ones(2)), torch.randn_like(torch.ones(2)), torch.randint_like(torch.ones(2),5), torch.randn(2,2).half() if False else 0
torch.empty(5).uniform_(-1,1), torch.empty(5).normal_(2,3), torch.empty(5).exponential_(), torch.empty(5).exponential_(2.), torch.empty(5).geometric_(.3), torch.empty(5).cauchy_(), torch.empty(5).log_normal_(), torch.empty(5).random_(), torch.empty(5).random_(10), torch.empty(5).random_(2,4), torch.empty(5).bernoulli_(), torch.empty(5).bernoulli_(.2), torch.empty(5).bernoulli_(tensor([.1,.2,.3,.4,.5])), torch.empty(3,dtype=torch.int64).random_(), torch.empty(3,dtype=torch.int64).bernoulli_()
torch.multinomial(tensor([1.,2.,3.]),2), torch.multinomial(tensor([1.,2.,3.]),5,replacement=True), torch.multinomial(torch.ones(2,4),3), torch.multinomial(torch.ones(2,4),1), torch.multinomial(torch.ones(2,4),6,True), torch.multinomial(torch.ones(5,dtype=torch.float64),2)
torch.poisson(tensor([1.,5.,20.]))
torch.binomial(tensor([10.]), tensor([.5]))
F.dropout(torch.ones(10), .5), nn.Dropout(.3)(torch.ones(3,4)), F.dropout2d(torch.ones(1,4,2,2),.5), nn.AlphaDropout(.2)(torch.ones(8)), F.feature_alpha_dropout(torch.ones(1,3,2)), F.rrelu(-torch.ones(4), training=True), F.gumbel_softmax(torch.zeros(4)), nn.Dropout1d(.5)(torch.ones(3,2)), nn.RReLU()(torch.tensor([-1.,-2.,3.]))
s = torch.get_rng_state()
a = torch.rand(2)
torch.set_rng_state(s)
a.equal(torch.rand(2)), s.dtype, s.shape, s[:4]
g = torch.Generator()
st = g.get_state()
x = torch.randn(2,generator=g)
x.equal(torch.randn(2,generator=g)), g.initial_seed(), g.device
with torch.random.fork_rng(): torch.rand(5)
torch.initial_seed(), torch.rand(1)
torch.seed() > 0
torch.randperm(5, generator=torch.Generator().manual_seed(0)), torch.randperm(0), torch.randperm(3,dtype=torch.int32)
nn.Linear(3,2).weight, nn.Linear(3,2).bias, nn.Conv2d(1,2,2).weight, nn.Conv1d(2,2,1).bias, nn.Embedding(2,3).weight, nn.LSTM(2,2).weight_hh_l0, nn.GRUCell(2,1).bias_ih, nn.Bilinear(1,2,2).weight, nn.MultiheadAttention(4,2).in_proj_weight[:2], nn.TransformerEncoderLayer(4,2,4).linear1.weight[0], nn.ConvTranspose2d(1,1,2).weight, nn.PReLU().weight, nn.BatchNorm1d(2).weight
for f, kw in [('uniform_',dict(a=-1,b=1)),('normal_',dict(mean=1,std=2)),('constant_',dict(val=3)),('ones_',{}),('zeros_',{}),('eye_',{}),('xavier_uniform_',dict(gain=2)),('xavier_normal_',{}),('kaiming_uniform_',dict(a=.2,mode='fan_out')),('kaiming_normal_',dict(nonlinearity='relu')),('trunc_normal_',dict(std=.5)),('orthogonal_',{}),('sparse_',dict(sparsity=.5)),('dirac_',{})]:
    w = torch.empty(3,4) if f != 'dirac_' else torch.empty(2,2,3); print(f, getattr(nn.init,f)(w,**kw))
nn.init.calculate_gain('relu'), nn.init.calculate_gain('leaky_relu',.2), nn.init.calculate_gain('tanh'), nn.init.calculate_gain('selu'), nn.init._calculate_fan_in_and_fan_out(torch.empty(3,4,5))
nn.init.xavier_uniform_(torch.empty(3))
nn.init.eye_(torch.empty(3))
nn.init.orthogonal_(torch.empty(3))
nn.init.orthogonal_(torch.empty(4,2)), nn.init.orthogonal_(torch.empty(2,2,2))
nn.init.trunc_normal_(torch.empty(5), mean=0, std=1, a=-1, b=1)
D.Normal(0.,1.).sample(), D.Normal(tensor([0.,1.]),tensor([1.,2.])).sample((2,)), D.Normal(0.,1.).log_prob(tensor(.5)), D.Normal(0.,2.).entropy(), D.Normal(0.,1.).cdf(tensor(1.)), D.Normal(0.,1.).icdf(tensor(.9)), D.Normal(1.,2.).mean, D.Normal(1.,2.).variance, D.Normal(1.,2.).stddev, D.Normal(0.,1.), D.Normal(torch.zeros(2),torch.ones(2)).batch_shape, D.Normal(0.,1.).rsample()
D.Categorical(tensor([.1,.2,.7])).sample((5,)), D.Categorical(logits=tensor([1.,2.])).probs, D.Categorical(tensor([1.,1.])).log_prob(tensor([0,1])), D.Categorical(tensor([.5,.5])).entropy(), D.Categorical(torch.ones(2,3)), D.Categorical(torch.ones(2,3)).sample()
D.Bernoulli(tensor([.3,.7])).sample(), D.Bernoulli(.5).log_prob(tensor(1.)), D.Bernoulli(logits=tensor(0.)).probs, D.Bernoulli(.3).entropy(), D.Uniform(0.,2.).sample((3,)), D.Uniform(0.,2.).log_prob(tensor(1.)), D.Exponential(2.).sample((2,)), D.Exponential(2.).mean, D.Beta(2.,3.).mean, D.Beta(2.,3.).log_prob(tensor(.5)), D.Gamma(2.,1.).log_prob(tensor(1.5)), D.Poisson(3.).log_prob(tensor(2.)), D.Laplace(0.,1.).sample((2,)), D.Dirichlet(tensor([1.,2.,3.])).mean, D.MultivariateNormal(torch.zeros(2),torch.eye(2)).log_prob(torch.ones(2)), D.MultivariateNormal(torch.zeros(2),torch.eye(2)).sample(), D.OneHotCategorical(tensor([.5,.5])).sample(), D.Geometric(.5).sample((3,)), D.Gumbel(0.,1.).sample(), D.Cauchy(0.,1.).sample(), D.LogNormal(0.,1.).sample(), D.StudentT(3.).log_prob(tensor(.5)), D.Binomial(10,tensor(.5)).log_prob(tensor(3.)), D.HalfNormal(1.).sample(), D.Chi2(2.).log_prob(tensor(1.)), D.Weibull(1.,2.).sample() if False else 0
D.kl_divergence(D.Normal(0.,1.),D.Normal(1.,2.)), D.kl_divergence(D.Bernoulli(.3),D.Bernoulli(.5)), D.kl_divergence(D.Categorical(tensor([.5,.5])),D.Categorical(tensor([.9,.1]))), D.kl.kl_divergence(D.Exponential(1.),D.Exponential(2.))
D.Normal(0.,-1.)
D.Categorical(tensor([-1.,2.]))
D.Bernoulli(2.)
D.Normal(0.,1.).log_prob(tensor([float('nan')]))
D.Independent(D.Normal(torch.zeros(2),torch.ones(2)),1).log_prob(torch.zeros(2)), D.TransformedDistribution(D.Normal(0.,1.),[D.ExpTransform()]).log_prob(tensor(2.)), D.MixtureSameFamily(D.Categorical(torch.ones(2)),D.Normal(tensor([0.,1.]),tensor([1.,1.]))).log_prob(tensor(.5))
D.Gamma(2.,1.).sample((2,)), D.Beta(2.,3.).sample(), D.Dirichlet(tensor([1.,2.])).sample(), D.Poisson(3.).sample((4,)), D.StudentT(3.).sample(), D.Binomial(10,tensor(.5)).sample(), D.Chi2(2.).sample()
z = torch.zeros(3)
z[1:] = z[:-1]
torch.zeros(3)[1:].add_(1), z[1:].add_(z[:-1]), z.expand(2,3).add_(1)
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
