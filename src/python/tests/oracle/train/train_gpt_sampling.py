import torch, torch.nn as nn, torch.nn.functional as F, math
torch.manual_seed(2)
V, T, D = 11, 8, 16
class Block(nn.Module):
    def __init__(s):
        super().__init__(); s.ln1 = nn.LayerNorm(D); s.att = nn.MultiheadAttention(D, 4, batch_first=True); s.ln2 = nn.LayerNorm(D); s.mlp = nn.Sequential(nn.Linear(D, 4*D), nn.GELU(), nn.Linear(4*D, D))
    def forward(s, x):
        h = s.ln1(x); mask = torch.triu(torch.ones(x.size(1), x.size(1), dtype=torch.bool), 1)
        x = x + s.att(h, h, h, attn_mask=mask, need_weights=False)[0]
        return x + s.mlp(s.ln2(x))
class GPT(nn.Module):
    def __init__(s):
        super().__init__(); s.tok = nn.Embedding(V, D); s.pos = nn.Parameter(torch.zeros(1, T, D)); s.blocks = nn.Sequential(*[Block() for _ in range(2)]); s.head = nn.Linear(D, V, bias=False)
    def forward(s, x): return s.head(s.blocks(s.tok(x) + s.pos[:, :x.size(1)]))
m = GPT(); opt = torch.optim.Adam(m.parameters(), 5e-3)
data = torch.arange(500) * 7 % V
for step in range(40):
    ix = torch.randint(0, 480, (16,)); xb = torch.stack([data[i:i+T] for i in ix]); yb = torch.stack([data[i+1:i+T+1] for i in ix])
    loss = F.cross_entropy(m(xb).view(-1, V), yb.view(-1)); opt.zero_grad(); loss.backward(); opt.step()
    if step % 8 == 7: print(step, f'{loss.item():.4f}')
m.eval(); out = data[:3][None]
with torch.no_grad():
    for _ in range(5):
        p = F.softmax(m(out)[:, -1], -1); out = torch.cat([out, torch.multinomial(p, 1)], 1)
print(out.tolist())
