"""How copies and picked parts lie in memory: strides of clone, deepcopy, indexing and what view() then refuses."""
import copy
import torch

x = torch.arange(24.0).reshape(2, 3, 4)
t = x.transpose(0, 1)
for y in (t.clone(), t.clone(memory_format=torch.contiguous_format), t.contiguous(), copy.deepcopy(t), t.contiguous().clone()):
    print(y.is_contiguous(), y.stride(), y.equal(t), y.data_ptr() != x.data_ptr())
for y in (x[:, [0, 2]], x[:, :, torch.tensor([1, 0])], x[..., [3, 0, 0]], x[[1]], x[:, 1:1], x[x > 5], x[:, x[0, :, 0] > 3]):
    print(tuple(y.shape), y.is_contiguous(), y.view(-1).shape)
for y in (t, t.clone(), x[:, 1], x[..., 1], x.T if x.dim() == 2 else x.mT):
    try:
        print(y.view(-1).shape)
    except RuntimeError as error:
        print(type(error).__name__, str(error)[:60])
w = torch.ones(2, 3, requires_grad=True)
c = w.t().clone()
print(c.stride(), c.requires_grad, c)
c.mul(torch.arange(6.0).reshape(3, 2)).sum().backward()
print(w.grad)
print(x[:, [0, 2]].permute(2, 0, 1).contiguous().stride(), x.expand(2, 2, 3, 4).clone().stride(), x[::2, ::2].clone().stride())
