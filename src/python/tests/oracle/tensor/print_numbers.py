import math

import torch

inf, nan = math.inf, math.nan
for data in ([0.0], [-0.0, 1.0], [1e-3, 1.0], [1e-4, 1.0], [1e-5, 1.0], [1e-5], [9.9e-5], [1e4, 1.0], [1e5, 1.0], [99999.5], [1e8], [1e9],
             [123456789.0], [1.0, 1001.0], [1.0, 999.0], [0.001, 1.0001], [nan], [inf], [nan, inf, -inf], [nan, 1.5], [inf, 1.0],
             [-inf, 1.0, 2.5], [1e-10, 0.0], [0.1, 0.22, 0.333], [-1.0, 10.0], [-0.5, 100.25], [3.0, 2.0, 1e3], [1e38, 1e-38],
             [0.99999], [0.999999], [9.99995], [2.00004, 1.0], [16777216.0, 1.0], [-12345.678], [1e-45]):
    print(torch.tensor(data), torch.tensor(data, dtype=torch.float64))
for value in (0.0, 1.0, -1.0, 0.1, 1e-6, 1e6, 1e9, nan, inf, -inf, 123.456, 1e-4, 12345678.0):
    print(torch.tensor(value), torch.tensor(value, dtype=torch.float64))
print(torch.tensor([1, -20, 300]), torch.tensor([[1, 2], [-1000, 5]]), torch.tensor(2**62), torch.tensor([-(2**63), 2**63 - 1]))
print(torch.tensor([[0.1, 20.0], [nan, -3.5]]))
print(torch.tensor([True, False]), torch.tensor([[True], [False]]))
