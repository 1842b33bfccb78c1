"""Correlation and covariance matrices drawn at random, and how a mixture prints."""
import torch, torch.distributions as D
torch.manual_seed(0)
l = D.LKJCholesky(3, 1.5); print(l, l.batch_shape, l.event_shape); s = l.sample(); print(s); print((s @ s.T).diagonal(), l.log_prob(s), l.sample((2,)).shape)
print(D.LKJCholesky(2, torch.tensor([1., 2.])).log_prob(torch.eye(2)), D.LKJCholesky(2, 2.0).log_prob(torch.eye(2)))
w = D.Wishart(torch.tensor(4.), torch.eye(2)); print(w, w.mean, w.variance, w.mode, w.log_prob(torch.eye(2)), w.entropy()); print(w.sample(), w.sample((3,)).shape)
S = torch.tensor([[2., .5], [.5, 1.]])
for kw in (dict(covariance_matrix=S), dict(precision_matrix=S), dict(scale_tril=torch.linalg.cholesky(S))):
    w = D.Wishart(5., **kw) if False else D.Wishart(torch.tensor(5.), **kw); print(w.mean, w.log_prob(S), w.entropy(), w.sample())
for bad in (lambda: D.LKJCholesky(1), lambda: D.Wishart(torch.tensor(0.5), torch.eye(2)), lambda: D.Wishart(torch.tensor(3.)), lambda: D.LKJCholesky(2, -1.)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
m = D.MixtureSameFamily(D.Categorical(torch.ones(2)), D.Normal(torch.tensor([0., 5.]), torch.ones(2))); print(m)
