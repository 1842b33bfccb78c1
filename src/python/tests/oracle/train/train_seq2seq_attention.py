import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(7)
enc = nn.GRU(6, 12, batch_first=True); dec = nn.GRUCell(6, 12); E = nn.Embedding(9, 6); out = nn.Linear(24, 9)
ps = [p for m in (enc, dec, E, out) for p in m.parameters()]; opt = torch.optim.NAdam(ps, 1e-2) if False else torch.optim.Adam(ps, 1e-2)
src = torch.randint(1, 9, (12, 5)); tgt = src.flip(1)
for e in range(25):
    H, h = enc(E(src)); h = h[0]; loss = 0; inp = torch.zeros(12, dtype=torch.long)
    for t in range(5):
        h = dec(E(inp), h); a = F.softmax((H @ h.unsqueeze(2)).squeeze(2), 1); c = (a.unsqueeze(1) @ H).squeeze(1); lg = out(torch.cat([h, c], 1)); loss = loss + F.cross_entropy(lg, tgt[:, t]); inp = tgt[:, t] if torch.rand(1).item() < .5 else lg.argmax(1)
    opt.zero_grad(); loss.backward(); nn.utils.clip_grad_value_(ps, .5); opt.step()
    if e % 5 == 4: print(e, f'{loss.item():.4f}', a[0].tolist()[:2])
tm = nn.Transformer(8, 2, 1, 1, 16, dropout=0.1, batch_first=True); o = torch.optim.AdamW(tm.parameters(), 1e-3); s, t = torch.randn(4, 5, 8), torch.randn(4, 3, 8)
for e in range(6):
    l = F.mse_loss(tm(s, t, tgt_mask=tm.generate_square_subsequent_mask(3)), t); o.zero_grad(); l.backward(); o.step(); print(f'{l.item():.4f}')
te = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, dropout=0., activation='gelu', norm_first=True), 2, norm=nn.LayerNorm(8)); print(te(s).shape, te(s)[0, 0, :4])
rad = torch.optim.RAdam(te.parameters(), 1e-2)
for e in range(8):
    l = te(s).pow(2).mean() + (te(s) - 1).abs().mean(); rad.zero_grad(); l.backward(); rad.step()
print(f'{l.item():.4f}')
