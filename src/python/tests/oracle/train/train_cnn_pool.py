import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(1)


class CNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 8, 3, padding=1, stride=2)
        self.gn = nn.GroupNorm(2, 8)
        self.fc = nn.Linear(8, 2)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.bn(self.conv1(x))), 2)
        x = F.gelu(self.gn(self.conv2(x)))
        return self.fc(F.adaptive_avg_pool2d(x, 1).flatten(1))


X = torch.randn(20, 1, 8, 8)
y = torch.arange(20) % 2
X[y == 1] += torch.eye(8)
net = CNN()
opt = torch.optim.RMSprop(net.parameters(), lr=0.005)
sched = torch.optim.lr_scheduler.StepLR(opt, 5, 0.5)
for step in range(12):
    loss = F.cross_entropy(net(X), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    sched.step()
    if step % 3 == 2:
        print(step, f'{loss.item():.4f}', sched.get_last_lr())
net.eval()
print((net(X).argmax(1) == y).sum().item(), [round(v, 3) for v in net.bn.running_mean.tolist()])
