import torch
import torch.nn as nn
from torch.utils.checkpoint import checkpoint, checkpoint_sequential

torch.manual_seed(0)
a, b = torch.randn(3, 3), torch.randn(3, 3)
with torch.autocast('cpu', dtype=torch.bfloat16):
    c = a @ b
    d = torch.mm(a, b)
    print(c.dtype, d.dtype, (a + b).dtype, nn.Linear(3, 2)(a).dtype, (c + a).dtype, nn.functional.relu(c).dtype, torch.is_autocast_enabled())
    with torch.autocast('cpu', enabled=False):
        print((a @ b).dtype)
print((a @ b).dtype, torch.allclose(c.float(), a @ b, atol=0.05))
net = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
x = torch.randn(5, 3, requires_grad=True)
plain = torch.autograd.grad(net(x).sum(), [x, *net.parameters()])
y = checkpoint(net, x)
print(y.requires_grad, torch.allclose(y, net(x)))
y.sum().backward()
print([torch.allclose(p.grad, g) for p, g in zip([x, *net.parameters()], plain)])
net.zero_grad()
z = checkpoint_sequential(net, 2, x)
z.sum().backward()
print(torch.allclose(net[0].weight.grad, plain[1]), net[2].bias.grad)
model = nn.Linear(3, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.1)
for _ in range(2):
    opt.zero_grad()
    with torch.autocast(device_type='cpu', dtype=torch.bfloat16):
        out = model(a)
        loss = nn.functional.mse_loss(out.float(), b[:, :1])
    loss.backward()
    opt.step()
    print(out.dtype, loss.dtype, model.weight.grad.dtype, f'{loss.item():.2f}')
scaler = torch.cuda.amp.GradScaler(enabled=False)
print(scaler.is_enabled(), scaler.get_scale(), scaler.state_dict(), scaler.scale(torch.tensor(2.0)))
