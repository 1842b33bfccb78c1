import torch, torch.nn as nn
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
torch.manual_seed(0)
class Block(nn.Module):
    def __init__(s, d): super().__init__(); s.l = nn.Linear(d, d); s.n = 0
    def forward(s, x): s.n += 1; return torch.relu(s.l(x))
bs = nn.ModuleList([Block(4) for _ in range(3)]); x = torch.randn(2, 4, requires_grad=True)
for reentrant in (True, False):
    for b in bs: b.n = 0; b.zero_grad()
    x.grad = None; y = x
    for b in bs: y = checkpoint(b, y, use_reentrant=reentrant)
    loss = y.sum(); print([b.n for b in bs]); loss.backward(); print([b.n for b in bs], x.grad.norm(), bs[0].l.weight.grad.norm())
seq = nn.Sequential(*[nn.Sequential(nn.Linear(4, 4), nn.Tanh()) for _ in range(4)])
a = checkpoint_sequential(seq, 2, x); b = seq(x); print(torch.allclose(a, b)); a.sum().backward()
drop = nn.Dropout(.5); torch.manual_seed(1); z = checkpoint(drop, x, use_reentrant=True); print(z); x.grad = None; z.sum().backward(); print(x.grad)
torch.manual_seed(1); z = checkpoint(drop, x, use_reentrant=False); x.grad = None; z.sum().backward(); print(x.grad)
try: checkpoint(bs[0], torch.ones(1, 4), use_reentrant=True).sum().backward(); print(bs[0].l.weight.grad is not None)
except RuntimeError as e: print(e)
with torch.no_grad(): print(checkpoint(bs[0], x).requires_grad)
