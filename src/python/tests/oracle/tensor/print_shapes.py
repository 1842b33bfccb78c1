import torch

for shape in ((), (1,), (0,), (3, 0), (1, 1), (2, 1, 3), (2, 2, 2, 2), (1, 5)):
    print(torch.arange(torch.Size(shape).numel(), dtype=torch.float32).reshape(shape) * 1.5)
    print(torch.zeros(shape, dtype=torch.int64))
    print(torch.ones(shape, dtype=torch.bool))
print(torch.arange(30))
print(torch.arange(100).reshape(4, 25))
print(torch.linspace(0, 1, 23))
print(torch.arange(1001))
print(torch.arange(2000.0).reshape(40, 50))
print(torch.arange(1200).reshape(10, 10, 12))
print(torch.zeros(1100, 2))
print(torch.ones(2, 1100, dtype=torch.float64))
print(torch.zeros(7, 7, 7, 7))
