"""Functions whose calls hold them before the first complex number exists."""
import torch
t = torch.arange(3.)
print(torch.exp(1j * t))
