"""The functions of torch.nn.functional by kind; torch/nn/functional.py publishes them."""
