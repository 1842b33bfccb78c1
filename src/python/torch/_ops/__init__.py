"""The operations of torch, by family. register.py says how one definition becomes torch.NAME and Tensor.NAME."""
