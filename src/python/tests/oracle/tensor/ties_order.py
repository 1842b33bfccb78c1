"""Which of equal elements sort, argsort, topk, kthvalue, median and mode name: short, long, many and NaN."""
import torch

torch.manual_seed(0)
print(torch.sort(torch.zeros(20)).indices, torch.zeros(17).argsort(), torch.zeros(16).argsort())
print(torch.sort(torch.zeros(40), stable=True).indices, torch.zeros(20).sort(descending=True).indices)
for n, high in ((5, 2), (12, 4), (30, 5), (100, 7), (500, 9), (1000, 400)):
    x = torch.randint(0, high, (n,))
    print(n, x.sort().indices[:40], x.argsort(descending=True)[-40:])
    for k in (1, 3, 5):
        print(x.topk(k), x.topk(k, largest=False).indices, x.float().kthvalue(k))
    print(x.median(0), x.mode(), x.float().median(0).indices, x.topk(n // 2 + 1, sorted=False).indices[:20])
m = torch.randint(0, 3, (20, 3)).float()
print(m.sort(0).indices.T, m.topk(4, 0).indices, m.T.contiguous().topk(4).indices, m.mode(0), m.median(0))
m[3, 1] = float("nan")
print(m.sort(0).indices[:, 1], m.topk(2, 0).indices[:, 1], m.median(0).indices, m.kthvalue(4, 0).indices)
print(torch.tensor([2.0, 1.0, 2.0]).topk(2), torch.tensor([3, 3, 3, 3]).topk(2).indices, torch.tensor([1, 1, 2, 2]).mode())
w = torch.tensor([1.0, 3.0, 3.0, 2.0], requires_grad=True)
w.topk(2)[0].sum().backward()
print(w.grad)
