import torch

x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
v = torch.tensor([1.0, 2.0], requires_grad=True)
for y in (x + 1, 1 - x, x * 2, x / 2, 2 / x, x ** 2, 2 ** x, x ** x, -x, x @ x, x @ v, v @ v, x.T, x.t(), x.view(4), x[0], x[:, 1],
          x[0, 0], x[:1], x[None], x[[0, 1]], x[x > 1], x.sum(), x.sum(0), x.mean(), x.mean(1), x.max(), x.min(), x.max(1).values, x.prod(),
          x.std(), x.var(), x.exp(), x.log(), x.sqrt(), x.abs(), x.sin(), x.tanh(), x.sigmoid(), x.relu(), x.clamp(0, 1),
          x.clone(), x.unsqueeze(0), x.squeeze(), x.expand(2, 2, 2), x.permute(1, 0), x.transpose(0, 1), x.double(),
          torch.cat([x, x]), torch.stack([x, x]), torch.where(x > 1, x, x * 0), x.softmax(1), x.log_softmax(1), x.logsumexp(1), x.cumsum(0),
          x.sort().values, x.topk(1).values, x.diagonal(), x.tril(), x.gather(1, torch.tensor([[0], [1]])), x.index_select(0, torch.tensor([1])),
          x.masked_fill(x > 2, 0), x.unbind()[0], x.split(1)[0], x.chunk(2)[1], torch.dot(v, v), torch.mm(x, x), torch.addmm(x, x, x),
          torch.einsum('ij,jk->ik', x, x), torch.outer(v, v), x.repeat(2, 1), x.flip(0), x.roll(1), torch.maximum(x, x * 2), x.round(), x.floor(),
          x.square(), x.rsqrt(), x.reciprocal(), x.pow(3), x.log1p(), x.erf(), x.atan(), x.amax(1), x.cumprod(1), x.median(), x.take(torch.tensor([0])),
          x.unfold(0, 2, 1), x.narrow(0, 0, 1), x.select(0, 1), x.lerp(x * 2, 0.5), x.bmm(x) if x.dim() == 3 else x.mv(v), x.sub(1), x.div(v)):
    print(type(y.grad_fn).__name__, y.grad_fn.name(), tuple(y.shape), y.requires_grad, y.is_leaf)
print(x + v)
print((x * v).sum())
z = x.detach().clone()
z += x
print(z.grad_fn is not None, type(z.grad_fn).__name__)
w = (x * 2)[0]
print(type(w.grad_fn.next_functions[0][0]).__name__, w.grad_fn.next_functions[0][1])
print(type((x * 2).grad_fn.next_functions[0][0]).__name__, (x * 2).grad_fn.next_functions[1])
