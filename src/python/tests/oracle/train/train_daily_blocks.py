"""Optimizers, schedules, data loaders, random numbers and small trainings."""

import collections
import copy
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import (
    BatchSampler, ConcatDataset, DataLoader, Dataset, IterableDataset, RandomSampler, SequentialSampler, Subset, SubsetRandomSampler,
    TensorDataset, WeightedRandomSampler, default_collate, random_split,
)  # fmt: skip

SHARED = dict(globals())
PROGRAMS = r'''
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence, pack_sequence
a = [torch.tensor([1, 2, 3]), torch.tensor([4])]
print(pad_sequence(a), pad_sequence(a, batch_first=True, padding_value=-1), pack_sequence(a), pad_packed_sequence(pack_sequence(a)))
p = pack_padded_sequence(torch.arange(6.0).view(3, 2, 1), [3, 2]); print(p, p.data.shape, p.batch_sizes)
r = nn.GRU(1, 2); o, h = r(p); print(o.data.shape, h.shape, pad_packed_sequence(o, batch_first=True)[1])
pack_padded_sequence(torch.ones(3, 2, 1), [2, 3])

m = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2), nn.Dropout(0.5))
c = copy.deepcopy(m); c[0].weight.data.zero_(); print(m[0].weight.abs().sum() > 0, c[0].weight)
print(m.apply(lambda mod: mod.reset_parameters() if hasattr(mod, "reset_parameters") else None) is m, m.requires_grad_(False)[0].weight.requires_grad, m.to(torch.float64)[0].weight.dtype, m.half()[0].weight.dtype, m.float()[1].running_mean.dtype, m.train(False).training, [mod.training for mod in m.modules()])
for n, p in m.named_parameters(prefix="net"): print(n, tuple(p.shape), p.requires_grad)
print(m.extra_repr() == "", m._get_name(), m.__class__.__name__, list(m.children())[0], dict(m.named_modules()).keys(), m.state_dict().keys(), m.state_dict(prefix="x.").keys())
m.bias

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 3); self.b = nn.Linear(3, 1)
    def forward(self, x): return torch.sigmoid(self.b(torch.tanh(self.a(x)))).squeeze(-1)
net, x = Net(), torch.randn(8, 4); y = (x.sum(1) > 0).float()
for name in ("SGD", "Adam", "RMSprop", "Adagrad", "AdamW"):
    torch.manual_seed(1); net = Net(); opt = getattr(torch.optim, name)(net.parameters(), lr=0.1)
    for _ in range(10):
        opt.zero_grad(); loss = F.binary_cross_entropy(net(x), y); loss.backward(); opt.step()
    print(name, f"{loss.item():.4f}", ((net(x) > 0.5) == y.bool()).float().mean(), net.b.bias.data)

torch.manual_seed(0)
X = torch.randn(30, 1, 8, 8); Y = torch.randint(0, 3, (30,))
net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Dropout(0.2), nn.Linear(64, 3))
opt = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4); sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, 3)
for epoch in range(3):
    net.train(); tot = 0.0
    for xb, yb in DataLoader(TensorDataset(X, Y), 10, shuffle=True):
        opt.zero_grad(); l = F.cross_entropy(net(xb), yb, label_smoothing=0.1); l.backward(); nn.utils.clip_grad_norm_(net.parameters(), 1.0); opt.step(); tot += l.item() * len(xb)
    sch.step(); net.eval()
    with torch.no_grad(): acc = (net(X).argmax(1) == Y).float().mean().item()
    print(epoch, f"{tot / 30:.4f} {acc:.3f} {sch.get_last_lr()[0]:.5f}")
print(net[1].running_mean, net[1].num_batches_tracked)

torch.manual_seed(0)
lstm = nn.LSTM(1, 8, batch_first=True); head = nn.Linear(8, 1); opt = torch.optim.Adam([*lstm.parameters(), *head.parameters()], 0.02)
t = torch.linspace(0, 6.28, 21); s = torch.sin(t); xs = s[:-1].view(1, -1, 1); ys = s[1:].view(1, -1, 1)
for i in range(20):
    out, (h, c) = lstm(xs); loss = F.mse_loss(head(out), ys); opt.zero_grad(); loss.backward(); opt.step()
    if i % 5 == 0: print(i, round(loss.item(), 4), h.shape, c.shape)

torch.manual_seed(0)
enc = nn.Sequential(nn.Linear(6, 4), nn.ReLU()); mu, lv, dec = nn.Linear(4, 2), nn.Linear(4, 2), nn.Linear(2, 6)
opt = torch.optim.Adam([p for m in (enc, mu, lv, dec) for p in m.parameters()], 0.01); x = torch.rand(10, 6)
for i in range(5):
    h = enc(x); m, v = mu(h), lv(h); z = m + torch.randn_like(m) * (0.5 * v).exp(); rec = torch.sigmoid(dec(z))
    loss = F.binary_cross_entropy(rec, x, reduction="sum") - 0.5 * (1 + v - m.pow(2) - v.exp()).sum(); opt.zero_grad(); loss.backward(); opt.step(); print(f"{loss.item():.3f}")

torch.manual_seed(0)
G = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 2)); D = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1))
og, od = torch.optim.Adam(G.parameters(), 2e-3, betas=(0.5, 0.999)), torch.optim.Adam(D.parameters(), 2e-3, betas=(0.5, 0.999)); bce = nn.BCEWithLogitsLoss()
for i in range(3):
    real = torch.randn(16, 2) + 3; fake = G(torch.randn(16, 2)); ld = bce(D(real), torch.ones(16, 1)) + bce(D(fake.detach()), torch.zeros(16, 1)); od.zero_grad(); ld.backward(); od.step(); lg = bce(D(fake), torch.ones(16, 1)); og.zero_grad(); lg.backward(); og.step(); print(f"{ld.item():.4f} {lg.item():.4f}")

torch.manual_seed(0)
emb = nn.Embedding(10, 4); w = nn.Linear(4, 10); opt = torch.optim.SGD([*emb.parameters(), *w.parameters()], 0.5); ids = torch.tensor([1, 2, 3, 4]); tgt = torch.tensor([2, 3, 4, 5])
for i in range(5):
    l = F.cross_entropy(w(emb(ids)), tgt); opt.zero_grad(); l.backward(); opt.step(); print(f"{l.item():.4f}")
print(w(emb(ids)).argmax(-1), F.log_softmax(w(emb(ids)), -1).exp().sum(-1), torch.topk(w(emb(ids[:1])), 2))

model = nn.Linear(3, 1); x = torch.randn(20, 3); y = x @ torch.tensor([[1.0], [2.0], [-1.0]]) + 0.5
opt = torch.optim.LBFGS(model.parameters(), lr=0.5, line_search_fn="strong_wolfe")
def closure():
    opt.zero_grad(); l = F.mse_loss(model(x), y); l.backward(); return l
for _ in range(5): print(f"{opt.step(closure).item():.6f}")
print(model.weight.data.round(decimals=3), model.bias.data)

best, bad, hist = float("inf"), 0, [1.0, 0.8, 0.9, 0.85, 0.7, 0.75, 0.76, 0.77]
for e, v in enumerate(hist):
    if v < best: best, bad = v, 0
    else: bad += 1
    if bad >= 3: print("stop", e, best); break
ema = copy.deepcopy(nn.Linear(1, 1)); avg = torch.optim.swa_utils.AveragedModel(ema, avg_fn=lambda a, m, n: 0.9 * a + 0.1 * m); avg.update_parameters(ema); print(avg.n_averaged, avg)

x = torch.linspace(-1, 1, 5).unsqueeze(1); y = x ** 2
print(torch.stack([F.relu(x), F.leaky_relu(x, 0.1), F.elu(x), F.gelu(x), F.silu(x), F.softplus(x), F.hardtanh(x), F.hardsigmoid(x), F.hardswish(x), F.mish(x), F.selu(x), F.celu(x), F.softsign(x), F.tanhshrink(x), F.relu6(x * 10), F.logsigmoid(x), F.threshold(x, 0, -1), F.gelu(x, approximate="tanh"), F.softshrink(x), F.hardshrink(x)], 1).squeeze(-1))
print(F.softmin(x, 0), F.gumbel_softmax(x.T, hard=True), F.glu(torch.ones(2, 4)), F.prelu(x, torch.tensor([0.3])), F.normalize(x, dim=0), F.layer_norm(x.T, (5,)), F.pad(x.T, (1, 2), value=9), F.pad(x.T[None], (1, 1), mode="reflect"), F.interpolate(x.T[None], size=3, mode="linear", align_corners=True), F.max_pool1d(x.T[None], 2), F.avg_pool1d(x.T[None], 2, 1), F.adaptive_avg_pool1d(x.T[None], 2), F.unfold(torch.arange(9.0).view(1, 1, 3, 3), 2), F.fold(torch.ones(1, 4, 4), (3, 3), 2), F.pixel_shuffle(torch.arange(4.0).view(1, 4, 1, 1), 2), F.conv1d(torch.ones(1, 1, 4), torch.ones(1, 1, 2), padding=1, stride=2), F.conv_transpose1d(torch.ones(1, 1, 3), torch.ones(1, 1, 2)), F.max_pool2d(torch.arange(16.0).view(1, 1, 4, 4), 2, return_indices=True), F.embedding(torch.tensor([1]), torch.eye(3)), F.bilinear(torch.ones(1, 2), torch.ones(1, 2), torch.ones(1, 2, 2)), F.affine_grid(torch.eye(2, 3)[None], (1, 1, 2, 2), align_corners=False), F.grid_sample(torch.ones(1, 1, 2, 2), torch.zeros(1, 1, 1, 2), align_corners=False))

x, t = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]), torch.tensor([0, 1])
print(F.cross_entropy(x, t), F.cross_entropy(x, t, reduction="none"), F.cross_entropy(x, t, weight=torch.tensor([1.0, 2.0, 3.0])), F.cross_entropy(x, t, label_smoothing=0.1), F.cross_entropy(x, torch.tensor([0, -100])), F.cross_entropy(x, x.softmax(1)), F.nll_loss(F.log_softmax(x, 1), t), F.kl_div(x.log_softmax(1), x.softmax(1), reduction="batchmean"), F.kl_div(x.log_softmax(1), torch.full((2, 3), 1 / 3), reduction="sum"), F.multi_margin_loss(x, t), F.multilabel_soft_margin_loss(x, (x > 1).float()), F.mse_loss(x, x * 0, reduction="none"), F.l1_loss(x, x * 0, reduction="sum"), F.smooth_l1_loss(x, x * 0, beta=0.5), F.huber_loss(x, x * 0, delta=0.5), F.binary_cross_entropy_with_logits(x, (x > 1).float(), pos_weight=torch.tensor([2.0, 1.0, 1.0])), F.cosine_embedding_loss(x, x * 2, torch.tensor([1, -1])), F.hinge_embedding_loss(x, torch.tensor([[1.0], [-1.0]])), F.triplet_margin_loss(x, x + 1, x - 1), F.margin_ranking_loss(x[:, 0], x[:, 1], torch.tensor([1.0, -1.0])), F.poisson_nll_loss(x, x.abs()), F.gaussian_nll_loss(x, x * 0, x.abs()), F.soft_margin_loss(x, torch.sign(x)), F.ctc_loss(torch.randn(4, 1, 3).log_softmax(2), torch.tensor([[1, 2]]), torch.tensor([4]), torch.tensor([2])), nn.CrossEntropyLoss(reduction="sum", ignore_index=1)(x, t))

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0); S = torch.optim.lr_scheduler
S.SequentialLR(opt, [S.StepLR(opt, 1)], milestones=[1, 2])

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0); S = torch.optim.lr_scheduler
s = S.CosineAnnealingWarmRestarts(opt, T_0=3, T_mult=2, eta_min=0.1)
for i in range(8): s.step(i + 0.5); print(round(opt.param_groups[0]["lr"], 5), end=" ")
print(s.T_cur, s.T_i, s.last_epoch)
s.step(-1)

opt = torch.optim.SGD([{"params": [nn.Parameter(torch.ones(1))], "lr": 0.1}, {"params": [nn.Parameter(torch.ones(1))]}], lr=1.0, momentum=0.9)
s = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=[0.5, 2.0], steps_per_epoch=5, epochs=2, div_factor=10, final_div_factor=100)
for i in range(9): opt.step(); s.step(); print([round(g["lr"], 5) for g in opt.param_groups], round(opt.param_groups[0]["momentum"], 4))
s = torch.optim.lr_scheduler.LambdaLR(opt, [lambda e: 0.5 ** e, lambda e: 1.0]); print(s.get_last_lr()); opt.step(); s.step(); print(s.get_last_lr(), s.state_dict())
s = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, mode="max", factor=0.1, patience=0, threshold_mode="abs", threshold=0.1, min_lr=[0.01, 0.02]); [s.step(v) for v in (0.5, 0.55, 0.9, 0.9)]; print([g["lr"] for g in opt.param_groups], s.best)
torch.optim.lr_scheduler.ReduceLROnPlateau(opt, min_lr=[1.0])

m = nn.Linear(2, 1); opt = torch.optim.Adam(m.parameters(), lr=0.01)
for _ in range(2): opt.zero_grad(); m(torch.ones(1, 2)).sum().backward(); opt.step()
sd = opt.state_dict(); print(sd["state"].keys(), sd["state"][0].keys(), sd["state"][0]["step"], sd["state"][0]["exp_avg"])
m2 = nn.Linear(2, 1); o2 = torch.optim.Adam(m2.parameters()); o2.load_state_dict(sd); print(o2.param_groups[0]["lr"], o2.state[m2.weight]["exp_avg_sq"])
o3 = torch.optim.Adam([m2.weight]); o3.load_state_dict(sd)

p = nn.Parameter(torch.zeros(3)); print(p, p.data, p.requires_grad, isinstance(p, torch.Tensor), type(p), repr(p), p.grad, nn.Parameter(torch.ones(1), False), p + 1, p.detach(), p.shape, copy.deepcopy(p).requires_grad, nn.Parameter(torch.tensor([1]), requires_grad=False))
nn.Parameter(torch.tensor([1]))

torch.manual_seed(0); l = nn.Linear(4, 3); print(l.weight, l.bias); c = nn.Conv2d(1, 2, 2); print(c.weight, c.bias); e = nn.Embedding(3, 2); print(e.weight); g = nn.GRUCell(1, 2); print(g.weight_ih.flatten()[:3]); b = nn.Bilinear(1, 1, 1); print(b.weight); mh = nn.MultiheadAttention(2, 1); print(mh.in_proj_weight[0], mh.out_proj.weight); t = nn.TransformerEncoderLayer(2, 1, 2); print(t.linear1.weight); r = nn.RNN(1, 2); print(r.weight_ih_l0, r.bias_hh_l0); ct = nn.ConvTranspose2d(1, 1, 2); print(ct.weight); p = nn.PReLU(); print(p.weight); c1 = nn.Conv1d(2, 1, 1, bias=False); print(c1.weight); ln = nn.LayerNorm(2); print(ln.weight, ln.bias)

torch.manual_seed(3); print(torch.randn(3, 3), torch.rand(1), torch.randint(-5, 5, (4,)), torch.randn(1, dtype=torch.float64), torch.randperm(10), torch.rand(20)[-2:], torch.randn(20)[:3], F.dropout(torch.ones(8), 0.5), torch.randn(2, 3, 2).sum(), torch.rand(3).argmax(), torch.multinomial(torch.ones(5) / 5, 3), torch.multinomial(torch.tensor([[0.1, 0.9], [0.5, 0.5]]), 4, replacement=True), torch.bernoulli(torch.rand(4)), torch.randint(0, 2, (3, 3)).bool(), torch.normal(torch.arange(3.0), torch.tensor([1.0, 0.1, 0.01])), torch.rand(2, 2).lt(0.5), nn.Dropout(0.3)(torch.ones(2, 5)), torch.empty(4).bernoulli_(0.3), torch.zeros(3).bernoulli_(torch.tensor([0.0, 0.5, 1.0])))

Categorical = torch.distributions.Categorical; Categorical(torch.tensor([0.5, 0.5])).log_prob(torch.tensor(3))

w = nn.Parameter(torch.ones(2))
opt = torch.optim.SGD([w], lr=0.1, momentum=0.9)
w.sum().backward(); opt.step()
sd = opt.state_dict()
print(sd, opt.state[w])
opt2 = torch.optim.SGD([w], lr=1.0)
opt2.load_state_dict(sd)
print(opt2.param_groups, opt2.defaults)
opt.add_param_group({"params": [nn.Parameter(torch.zeros(1))], "lr": 0.5})
print(len(opt.param_groups), opt.param_groups[1]["lr"], opt.param_groups[1]["momentum"])
opt.load_state_dict(sd)

w = nn.Parameter(torch.ones(2))
torch.optim.SGD([w], lr=-1)

torch.optim.SGD([], lr=0.1)

torch.optim.Adam(torch.ones(1), lr=1)

torch.optim.Adam([torch.ones(1) * torch.ones(1, requires_grad=True)], lr=1)

torch.optim.Adam([{"params": [1, 2]}])

w = nn.Parameter(torch.ones(2))
torch.optim.SGD([{"params": [w]}, {"params": [w]}], lr=0.1)

w = nn.Parameter(torch.ones(2))
torch.optim.Adam([w], betas=(1.0, 0.9))

w = nn.Parameter(torch.ones(2))
torch.optim.SGD([w], lr=0.1, nesterov=True)

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
torch.optim.lr_scheduler.StepLR(opt, 2, last_epoch=1)

torch.optim.lr_scheduler.StepLR(3, 2)

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
torch.optim.lr_scheduler.OneCycleLR(opt, 1.0)

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
s = torch.optim.lr_scheduler.OneCycleLR(opt, 1.0, total_steps=2)
for _ in range(4):
    opt.step(); s.step()

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
torch.optim.lr_scheduler.MultiStepLR(opt, [3, 1])
torch.optim.lr_scheduler.LambdaLR(opt, [lambda e: 1, lambda e: 2])

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
torch.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=1.5)

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
torch.optim.lr_scheduler.ReduceLROnPlateau(opt, mode="best")

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
torch.optim.lr_scheduler.CyclicLR(opt, 0.1, 1.0)

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(opt, 0)

opt = torch.optim.Adam([nn.Parameter(torch.ones(1))], lr=1.0)
s = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=0.1, epochs=2, steps_per_epoch=3, pct_start=0.5, anneal_strategy="linear", three_phase=True)
for _ in range(5):
    opt.step(); s.step(); print([round(v, 5) for v in s.get_last_lr()], round(opt.param_groups[0]["betas"][0], 4))
print({k: v for k, v in opt.param_groups[0].items() if k != "params"})

opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
s = torch.optim.lr_scheduler.StepLR(opt, 1, 0.5, verbose=True)
opt.step(); s.step()

class Poly(torch.optim.lr_scheduler._LRScheduler):
    def __init__(self, opt, n):
        self.n = n
        super().__init__(opt)
    def get_lr(self):
        return [b * (1 - self.last_epoch / self.n) for b in self.base_lrs]
opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
s = Poly(opt, 5)
for _ in range(3):
    opt.step(); s.step()
print(s.get_last_lr(), s.state_dict())

w = nn.Parameter(torch.tensor([3.0, 4.0]))
w.grad = torch.tensor([3.0, 4.0])
print(nn.utils.clip_grad_norm_([w], 1.0), w.grad, nn.utils.clip_grad_norm_([w], 1.0, norm_type=float("inf")), w.grad)
w.grad = torch.tensor([3.0, float("nan")])
print(nn.utils.clip_grad_value_([w], 0.5), w.grad)
nn.utils.clip_grad_norm_([w], 1.0, error_if_nonfinite=True)

swa = torch.optim.swa_utils.AveragedModel(nn.Linear(1, 1))
m = nn.Linear(1, 1)
swa.update_parameters(m); swa.update_parameters(nn.Linear(1, 1))
print(swa.n_averaged, swa.module.weight, list(swa.state_dict()))
opt = torch.optim.SGD(m.parameters(), lr=1.0)
s = torch.optim.swa_utils.SWALR(opt, swa_lr=0.1, anneal_epochs=2)
for _ in range(3):
    opt.step(); s.step(); print(opt.param_groups[0]["lr"])

class Mine(torch.optim.Optimizer):
    def __init__(self, params, lr=0.1):
        super().__init__(params, dict(lr=lr))
    @torch.no_grad()
    def step(self, closure=None):
        for g in self.param_groups:
            for p in g["params"]:
                if p.grad is not None:
                    s = self.state[p]
                    s["n"] = s.get("n", 0) + 1
                    p.add_(p.grad.sign(), alpha=-g["lr"])
w = nn.Parameter(torch.ones(2))
o = Mine([w]); (w ** 2).sum().backward(); o.step()
print(o, w, o.state_dict(), dict(o.state))

TensorDataset(torch.ones(2), torch.ones(3))

DataLoader(TensorDataset(torch.ones(3)), batch_size=0)

DataLoader([1, 2], shuffle=True, sampler=SequentialSampler([1, 2]))

DataLoader([1, 2], batch_size=2, batch_sampler=BatchSampler(SequentialSampler([1, 2]), 1, False))

DataLoader([1, 2], num_workers=-1)

DataLoader([])

DataLoader([1], drop_last=True, batch_size=None)

class D(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return {"x": torch.tensor([i, i]), "name": f"n{i}", "v": i * 0.5, "l": [i, (i, str(i))]}
for b in DataLoader(D(), batch_size=3): print(b)
print((D() + D())[5]["name"], len(D() + D()), list(DataLoader(D(), batch_size=2, collate_fn=lambda b: [e["name"] for e in b])))

class Bad(Dataset):
    def __getitem__(self, i): return torch.ones(i + 1)
    def __len__(self): return 3
for b in DataLoader(Bad(), batch_size=2): print(b)

class NoLen(Dataset):
    def __getitem__(self, i): return i
DataLoader(NoLen())
len(DataLoader(NoLen()))

class It(IterableDataset):
    def __iter__(self): return iter(range(5))
print(list(DataLoader(It(), batch_size=2)), [b for b in DataLoader(It(), batch_size=2, drop_last=True)])
len(DataLoader(It()))

class It(IterableDataset):
    def __iter__(self): return iter(range(5))
DataLoader(It(), shuffle=True)

random_split(range(10), [0.5, 0.6])

s = Subset(list("abcdef"), [0, 2, 4])
print(list(s), s[1], len(s), Subset(s, [1])[0])
c = ConcatDataset([range(3), range(10, 12)])
print(len(c), c[3], c[-1], c.cumulative_sizes)
c[7]

print(list(SequentialSampler(range(3))), list(RandomSampler(range(5))), list(RandomSampler(range(3), replacement=True, num_samples=5)), list(SubsetRandomSampler([3, 5, 7])), list(WeightedRandomSampler([0.1, 0.9, 0.5], 4)), list(WeightedRandomSampler([1.0, 2.0], 2, replacement=False)), list(BatchSampler(SequentialSampler(range(5)), 2, False)), list(BatchSampler(range(5), 2, True)), len(BatchSampler(range(5), 2, True)), len(RandomSampler(range(4))))

RandomSampler([])

WeightedRandomSampler([1.0], 0)

BatchSampler(range(3), 0, False)

print(default_collate([1, 2]), default_collate([1.5, 2.0]), default_collate(["a", "b"]), default_collate([(1, 2.0), (3, 4.0)]), default_collate([{"a": 1}, {"a": 2}]), default_collate([np.ones(2), np.zeros(2)]), default_collate([np.float32(1), np.float32(2)]), default_collate([[1, 2], [3, 4]]), default_collate([torch.tensor(1), torch.tensor(2)]), default_collate([True, False]))
P = collections.namedtuple("P", "x y")
print(default_collate([P(1, 2), P(3, 4)]))
default_collate([object()])

default_collate([[1, 2], [3]])

default_collate([None, None])

ds = TensorDataset(torch.arange(6))
it = iter(DataLoader(ds, batch_size=4)); next(it); next(it); next(it)

torch.manual_seed(-1); print(torch.initial_seed(), torch.rand(1))

for f in (nn.init.uniform_, nn.init.normal_, nn.init.xavier_uniform_, nn.init.xavier_normal_, nn.init.kaiming_uniform_, nn.init.kaiming_normal_, nn.init.orthogonal_, nn.init.trunc_normal_, nn.init.eye_, nn.init.zeros_, nn.init.ones_):
    print(f.__name__, f(torch.empty(2, 3)))
print(nn.init.constant_(torch.empty(2), 3), nn.init.sparse_(torch.empty(3, 2), 0.5), nn.init.dirac_(torch.empty(1, 1, 3)), nn.init.calculate_gain("relu"), nn.init.calculate_gain("leaky_relu", 0.2), nn.init.calculate_gain("tanh"), nn.init.kaiming_normal_(torch.empty(2, 2), mode="fan_out", nonlinearity="relu"))
nn.init.xavier_uniform_(torch.empty(3))

nn.init.calculate_gain("abc")

torch.load(io.BytesIO(b""))
'''

for number, block in enumerate(PROGRAMS.strip().split("\n\n")):
    torch.manual_seed(0)
    np.random.seed(0)
    print(f"--- {number}")
    try:
        exec(compile(block, "block", "exec"), dict(SHARED))
    except Exception as error:
        print(type(error).__name__, error)
