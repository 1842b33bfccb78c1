import torch

x = torch.arange(12)
v = x.view(3, 4)
v[0, 0] = 100
print(x[0], v.shape, v.stride(), v.is_contiguous(), v.T.is_contiguous(), v.T.stride(), v[:, 1].stride(), v[1:].storage_offset())
t = v.t()
t[0, 1] = -5
print(v, t.contiguous().stride(), t.reshape(-1), v.view(-1, 6), v.reshape(2, -1), v.flatten(), v.view(2, 2, 3).flatten(1).shape)
print(v.unsqueeze(1).shape, v.unsqueeze(-1).shape, torch.zeros(1, 3, 1).squeeze().shape, torch.zeros(1, 3, 1).squeeze(0).shape,
      torch.zeros(1, 3, 1).squeeze(1).shape, torch.zeros(2, 1).squeeze(-1).shape)
e = torch.tensor([[1], [2]]).expand(2, 3)
print(e, e.stride(), e.is_contiguous(), torch.tensor([1, 2]).expand(2, 2), torch.ones(2, 1).expand(-1, 4).shape, torch.ones(3).expand_as(torch.ones(2, 3)).shape)
print(x.chunk(5), x.split(5), x.split([2, 10]), torch.tensor_split(x, 5), v.unbind(1)[0], v.chunk(2, 1)[1], v.split(2)[1])
p = torch.arange(24).reshape(2, 3, 4)
print(p.permute(2, 0, 1).shape, p.permute(2, 0, 1).stride(), p.transpose(0, 2).shape, p.movedim(0, 2).shape, p.swapaxes(0, 1).shape, p.mT.shape, p.T.shape if p.dim() == 2 else 0)
print(p.narrow(1, 1, 2), p.select(2, 3), p.diagonal(dim1=0, dim2=1).shape, p.unfold(2, 2, 1).shape, p.unfold(2, 2, 2)[0, 0])
print(torch.as_strided(x, (2, 2), (1, 2), 1), x.unflatten(0, (3, 4)).shape, p.flatten(0, 1).shape, p.flatten(start_dim=1).shape, p.ravel().shape)
b = x.view(3, 4)[1]
b.fill_(0)
b.add_(2)
print(x, b._version == x._version, x.data_ptr() == v.data_ptr())
c = v.clone()
c[0] = 0
print(v[0], c[0], v.contiguous() is v, v.numel(), v.nelement(), v.dim(), v.ndim, v.size(), v.size(0), v.size(-1), len(v), v.ndimension())
s = torch.tensor(5)
print(s.dim(), s.shape, s.view(1), s.reshape(1, 1), s.expand(3), s.unsqueeze(0), s.squeeze(), s.flatten(), s.numel(), s.item())
q = torch.zeros(2, 3)
q.unsqueeze_(0)
print(q.shape, q.squeeze_().shape, q.t_().shape, q.transpose_(0, 1).shape, q.resize_(3, 1).shape, q.view_as(torch.zeros(1, 3)).shape)
print(torch.atleast_2d(torch.tensor(1.0)), torch.atleast_1d(torch.tensor(1)), torch.broadcast_to(torch.tensor([1, 2]), (2, 2)), torch.broadcast_shapes((2, 1), (3,)))
print(v.is_shared(), v.is_pinned(), v.device, v.layout, v.is_cuda, v.is_sparse, v.requires_grad, v.is_leaf, v.grad, v.get_device())
