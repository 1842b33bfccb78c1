import torch, torch.nn as nn
from torch.utils.data import TensorDataset, DataLoader, random_split
torch.manual_seed(4)
X = torch.linspace(-3, 3, 120).unsqueeze(1); Y = torch.sin(X) + 0.1 * torch.randn_like(X)
tr, va = random_split(TensorDataset(X, Y), [100, 20]); tl = DataLoader(tr, 16, shuffle=True); vl = DataLoader(va, 20)
net = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 32), nn.SiLU(), nn.Linear(32, 1)); opt = torch.optim.SGD(net.parameters(), lr=.05, momentum=.9, nesterov=True, weight_decay=1e-4)
sch = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=1, factor=.3); best, bad = 1e9, 0
for ep in range(25):
    net.train(); tot = 0.
    for xb, yb in tl:
        opt.zero_grad(set_to_none=True); loss = nn.functional.smooth_l1_loss(net(xb), yb); loss.backward(); opt.step(); tot += loss.item() * len(xb)
    net.eval()
    with torch.no_grad(): v = sum(nn.functional.mse_loss(net(x), y, reduction='sum').item() for x, y in vl) / len(va)
    sch.step(v)
    if v < best - 1e-4: best, bad = v, 0
    else: bad += 1
    if ep % 4 == 0: print(f'{ep:2d} {tot/len(tr):.5f} {v:.5f} {opt.param_groups[0]["lr"]:.4g} {bad}')
    if bad > 5: print('stop', ep); break
