# The gradient of a weight lies in memory as the weight does: a weight kept as [in, out] gets it in that order, without a copy.
import torch
import torch.nn.functional as F

x = torch.ones(3, 5)
kernel = torch.randn(5, 4, requires_grad=True)
weight = torch.randn(4, 5, requires_grad=True)
bias = torch.zeros(4, requires_grad=True)
for given in (None, bias):
    inputs = [] if given is None else [given]
    for parameter, used in ((kernel, kernel.t()), (weight, weight)):
        grads = torch.autograd.grad(F.linear(x, used, given).sum(), [parameter, *inputs])
        print([(tuple(each.shape), each.stride(), each.is_contiguous(), each.sum().item()) for each in grads])
