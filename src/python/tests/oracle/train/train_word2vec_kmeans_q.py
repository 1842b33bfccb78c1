import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(6)
# word2vec skip-gram, kmeans, logistic by hand, q-learning, siamese
text = 'the quick brown fox jumps over the lazy dog the fox'.split(); vocab = sorted(set(text)); ix = {w: i for i, w in enumerate(vocab)}
pairs = torch.tensor([(ix[text[i]], ix[text[j]]) for i in range(len(text)) for j in range(max(0, i-2), min(len(text), i+3)) if i != j])
emb = nn.Embedding(len(vocab), 5); out = nn.Linear(5, len(vocab)); opt = torch.optim.SGD([*emb.parameters(), *out.parameters()], lr=.5)
for e in range(50):
    l = F.cross_entropy(out(emb(pairs[:, 0])), pairs[:, 1]); opt.zero_grad(); l.backward(); opt.step()
    if e % 10 == 9: print(e, f'{l.item():.4f}')
sim = F.cosine_similarity(emb.weight[ix['fox']].unsqueeze(0), emb.weight); print(sim.topk(3))
X = torch.cat([torch.randn(20, 2) + c for c in torch.tensor([[0., 0.], [4., 4.], [0., 5.]])]); C = X[torch.randperm(60)[:3]].clone()
for i in range(6):
    a = torch.cdist(X, C).argmin(1); C = torch.stack([X[a == k].mean(0) for k in range(3)])
print(C, torch.bincount(a))
Q = torch.zeros(5, 2); s = 0
for t in range(200):
    a = torch.randint(0, 2, (1,)).item() if torch.rand(1).item() < .3 else Q[s].argmax().item()
    ns = max(0, min(4, s + (1 if a else -1))); r = 1. if ns == 4 else 0.
    Q[s, a] += .5 * (r + .9 * Q[ns].max() * (ns != 4) - Q[s, a]); s = 0 if ns == 4 else ns
print(Q)
net = nn.Linear(4, 3); opt = torch.optim.Adadelta(net.parameters(), lr=1.); a, p, n = torch.randn(8, 4), torch.randn(8, 4), torch.randn(8, 4)
for e in range(10):
    l = F.triplet_margin_loss(net(a), net(p), net(n)); opt.zero_grad(); l.backward(); opt.step()
print(f'{l.item():.5f}')
w = torch.zeros(3, requires_grad=True); Xd = torch.randn(40, 3); yd = (Xd @ torch.tensor([1., -2., .5]) > 0).float()
for i in range(30):
    l = F.binary_cross_entropy_with_logits(Xd @ w, yd) + .01 * w.norm(); l.backward()
    with torch.no_grad(): w -= 1. * w.grad; w.grad.zero_()
print(w, f'{l.item():.4f}')
