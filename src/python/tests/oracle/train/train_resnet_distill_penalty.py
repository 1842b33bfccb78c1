import torch, torch.nn as nn, torch.nn.functional as F, copy
torch.manual_seed(8)
class Res(nn.Module):
    def __init__(s, i, o, st=1):
        super().__init__(); s.c1 = nn.Conv2d(i, o, 3, st, 1, bias=False); s.b1 = nn.BatchNorm2d(o); s.c2 = nn.Conv2d(o, o, 3, 1, 1, bias=False); s.b2 = nn.BatchNorm2d(o); s.sc = nn.Sequential() if st == 1 and i == o else nn.Sequential(nn.Conv2d(i, o, 1, st, bias=False), nn.BatchNorm2d(o))
    def forward(s, x): return F.relu(s.b2(s.c2(F.relu(s.b1(s.c1(x))))) + s.sc(x))
net = nn.Sequential(Res(1, 4), Res(4, 8, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 3)); teacher = copy.deepcopy(net)
X = torch.randn(24, 1, 6, 6); y = torch.randint(0, 3, (24,)); opt = torch.optim.SGD(net.parameters(), .1, momentum=.9, weight_decay=5e-4); sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, 20)
for e in range(20):
    l = F.cross_entropy(net(X), y, weight=torch.tensor([1., 2., 1.])); opt.zero_grad(); l.backward(); opt.step(); sch.step()
    if e % 5 == 4: print(e, f'{l.item():.4f}', (net(X).argmax(1) == y).sum().item())
net.eval(); print(net(X[:2]))
st = nn.Linear(4, 2); xx = torch.randn(16, 4)
tch = nn.Linear(4, 2); o = torch.optim.Adam(st.parameters(), .1); Tm = 2.
for e in range(20):
    l = F.kl_div(F.log_softmax(st(xx)/Tm, 1), F.softmax(tch(xx).detach()/Tm, 1), reduction='batchmean') * Tm**2; o.zero_grad(); l.backward(); o.step()
print(f'{l.item():.5f}')
ema = torch.optim.swa_utils.AveragedModel(st)
for _ in range(3): st.weight.data += 1; ema.update_parameters(st)
print(ema.module.weight)
# gradient penalty / double backward
D = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1)); od = torch.optim.Adam(D.parameters(), 1e-2); r, f = torch.randn(16, 2), torch.randn(16, 2) + 2
for e in range(10):
    a = torch.rand(16, 1); i = (a*r + (1-a)*f).requires_grad_(); g = torch.autograd.grad(D(i).sum(), i, create_graph=True)[0]; gp = ((g.norm(2, dim=1) - 1)**2).mean(); l = D(f).mean() - D(r).mean() + 10*gp; od.zero_grad(); l.backward(); od.step()
    if e % 3 == 0: print(e, f'{l.item():.4f} {gp.item():.4f}')
# MAML-ish, physics
w = torch.tensor([1., 1.], requires_grad=True); om = torch.optim.SGD([w], .1)
for e in range(5):
    fast = w - .1*torch.autograd.grad((w**2).sum(), w, create_graph=True)[0]; l = ((fast - 3)**2).sum(); om.zero_grad(); l.backward(); om.step()
print(w)
pinn = nn.Sequential(nn.Linear(1, 10), nn.Tanh(), nn.Linear(10, 1)); op = torch.optim.Adam(pinn.parameters(), 1e-2); t = torch.linspace(0, 1, 20).view(-1, 1).requires_grad_()
for e in range(30):
    u = pinn(t); du = torch.autograd.grad(u, t, torch.ones_like(u), create_graph=True)[0]; l = ((du + u)**2).mean() + (pinn(torch.zeros(1, 1)) - 1).pow(2).mean(); op.zero_grad(); l.backward(); op.step()
print(f'{l.item():.5f}', f'{pinn(torch.ones(1, 1)).item():.4f}')
