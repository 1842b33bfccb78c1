"""The same with a function imported by name and a dtype."""
import torch
from torch import zeros, exp
print(zeros(2, dtype=torch.complex128), exp(torch.tensor(1j)), torch.real(torch.tensor([1j])))
