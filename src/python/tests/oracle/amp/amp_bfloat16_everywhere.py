import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)); opt = torch.optim.SGD(net.parameters(), .1); x, y = torch.randn(16, 4), torch.randint(0, 2, (16,))
for i in range(5):
    with torch.autocast(device_type='cpu', dtype=torch.bfloat16):
        out = net(x); loss = F.cross_entropy(out, y)
    opt.zero_grad(); loss.backward(); opt.step(); print(i, out.dtype, loss.dtype, f'{loss.item():.2f}')
print(net[0].weight.dtype, net[0].weight.grad.dtype)
with torch.autocast('cpu', dtype=torch.bfloat16):
    a = torch.ones(2, 2); print((a @ a).dtype, (a + a).dtype, F.linear(a, a).dtype, F.conv1d(torch.ones(1, 1, 3), torch.ones(1, 1, 2)).dtype, a.sum().dtype, F.softmax(a @ a, 0).dtype, F.mse_loss(a @ a, a).dtype, torch.bmm(a[None], a[None]).dtype, F.relu(a @ a).dtype, torch.cat([a @ a, a]).dtype, a.exp().dtype, (a @ a).exp().dtype, (a@a).pow(2).dtype, (a@a).mean().dtype, F.gelu(a@a).dtype, torch.einsum('ij,jk->ik', a, a).dtype, F.scaled_dot_product_attention(a[None], a[None], a[None]).dtype if hasattr(F, 'scaled_dot_product_attention') else torch.bfloat16)
    with torch.autocast('cpu', enabled=False): print((a @ a).dtype, (a.bfloat16() @ a.bfloat16()).dtype)
    print(torch.is_autocast_cpu_enabled(), torch.get_autocast_cpu_dtype())
@torch.autocast('cpu', dtype=torch.bfloat16)
def f(t): return t @ t
print(f(torch.ones(2, 2)).dtype, (torch.ones(2, 2) @ torch.ones(2, 2)).dtype)
s = torch.cuda.amp.GradScaler(enabled=False); l = (torch.ones(1, requires_grad=True) * 2).sum(); s.scale(l).backward(); s.step(opt); s.update(); print(s.get_scale(), s.is_enabled(), s.state_dict())
h = torch.tensor([1.0009765625, 65504., 1e-8]).half(); print(h, h * 2, h.float(), torch.tensor([3.14159]).bfloat16().float(), torch.finfo(torch.bfloat16).eps, torch.tensor([1e5]).half())
m = nn.Linear(2, 2).bfloat16(); print(m(torch.ones(1, 2, dtype=torch.bfloat16)).dtype, m.weight)
try: m(torch.ones(1, 2))
except RuntimeError as e: print('dtype error')
