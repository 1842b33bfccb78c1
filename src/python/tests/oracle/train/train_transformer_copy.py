import torch
import torch.nn as nn

torch.manual_seed(0)
V, T, C = 7, 6, 12


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(V, C)
        self.pos = nn.Parameter(torch.randn(T, C) * 0.1)
        layer = nn.TransformerEncoderLayer(C, 2, 24, dropout=0.0, batch_first=True)
        self.enc = nn.TransformerEncoder(layer, 2)
        self.out = nn.Linear(C, V)

    def forward(self, x):
        mask = torch.triu(torch.full((T, T), float('-inf')), 1)
        return self.out(self.enc(self.emb(x) + self.pos, mask))


net = Model()
opt = torch.optim.Adam(net.parameters(), lr=3e-3)
x = torch.randint(0, V, (8, T))
for step in range(30):
    loss = nn.functional.cross_entropy(net(x).view(-1, V), x.roll(1, 1).view(-1))
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 6 == 5:
        print(step, f'{loss.item():.4f}')
print(sum(p.numel() for p in net.parameters()))
