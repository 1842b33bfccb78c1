import torch

data = [0.5, -1.25, 3.0, 1000.0]
for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.int8, torch.uint8, torch.int16, torch.int32,
              torch.int64, torch.bool):
    x = torch.tensor(data).abs().to(dtype)
    print(x)
    print(x[0], x[:0], repr(x.reshape(2, 2)))
print(torch.tensor([]), torch.tensor([], dtype=torch.int64), torch.zeros(0, 3), torch.zeros(2, 0, dtype=torch.int32))
print(torch.tensor([1.5], dtype=torch.float64, requires_grad=True))
print(torch.tensor([1.5, 2.5], requires_grad=True) * 2)
print(torch.ones(2, 3, requires_grad=True).sum(), torch.ones(3, requires_grad=True).mean())
print(torch.ones(12, requires_grad=True) * 1.123456)
print(torch.ones(2, 2, dtype=torch.float64, requires_grad=True).exp())
print([torch.tensor(1), torch.tensor(1.0), torch.tensor(True)], (torch.tensor([1.0]),), {'a': torch.tensor([1, 2])})
