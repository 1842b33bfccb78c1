"""Methods of real tensors that give complex ones, before anything complex was named."""
import torch

x = torch.arange(16.0)
print(x[:2].cfloat(), x[:2].cdouble())
print(x.stft(8, hop_length=4, return_complex=True, window=torch.hann_window(8)).abs().sum(0))
