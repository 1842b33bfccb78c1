import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(5)
class UNet(nn.Module):
    def __init__(s):
        super().__init__(); s.d1 = nn.Conv2d(1, 4, 3, padding=1); s.d2 = nn.Conv2d(4, 8, 3, padding=1, stride=2); s.up = nn.ConvTranspose2d(8, 4, 2, stride=2); s.o = nn.Conv2d(8, 1, 1); s.gn = nn.GroupNorm(2, 8)
    def forward(s, x): a = F.relu(s.d1(x)); b = F.relu(s.gn(s.d2(a))); return s.o(torch.cat([a, s.up(b)], 1))
m = UNet(); opt = torch.optim.Adagrad(m.parameters(), lr=.05); x = torch.randn(8, 1, 8, 8); t = (x > 0).float()
for i in range(20):
    l = F.binary_cross_entropy_with_logits(m(x), t); opt.zero_grad(); l.backward(); opt.step()
    if i % 4 == 3:
        p = (torch.sigmoid(m(x)) > .5).float(); print(i, f'{l.item():.4f}', f'{(2*(p*t).sum()/(p.sum()+t.sum())).item():.4f}')
rn = nn.GRU(3, 5, 2, batch_first=True); hd = nn.Linear(5, 1); o2 = torch.optim.Adamax(list(rn.parameters()) + list(hd.parameters()), lr=.02); s = torch.randn(10, 6, 3); tt = s.sum((1, 2), keepdim=False).unsqueeze(1)
for i in range(20):
    out, h = rn(s); l = F.mse_loss(hd(out[:, -1]), tt); o2.zero_grad(); l.backward(); o2.step()
    if i % 5 == 4: print(i, f'{l.item():.4f}')
lb = torch.optim.LBFGS([w := nn.Parameter(torch.tensor([-1.2, 1.]))], lr=1, max_iter=20, line_search_fn='strong_wolfe')
def c():
    lb.zero_grad(); l = (1-w[0])**2 + 100*(w[1]-w[0]**2)**2; l.backward(); return l
for i in range(5): print(i, f'{lb.step(c).item():.6f}', [round(v, 4) for v in w.tolist()])
