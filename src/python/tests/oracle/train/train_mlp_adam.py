import torch
import torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
X = torch.randn(64, 4)
y = (X[:, 0] * X[:, 1] > 0).long()
net = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 2))
opt = torch.optim.AdamW(net.parameters(), lr=0.02, weight_decay=0.01)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, 10)
loss_fn = nn.CrossEntropyLoss(label_smoothing=0.05)
for epoch in range(10):
    net.train()
    total = 0.0
    for xb, yb in DataLoader(TensorDataset(X, y), batch_size=16, shuffle=True):
        opt.zero_grad()
        loss = loss_fn(net(xb), yb)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        opt.step()
        total += loss.item() * len(xb)
    sched.step()
    net.eval()
    with torch.no_grad():
        acc = (net(X).argmax(1) == y).float().mean()
    print(epoch, f'{total / 64:.4f}', f'{acc:.3f}', f'{sched.get_last_lr()[0]:.5f}')
