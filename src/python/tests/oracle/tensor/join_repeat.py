import torch

a, b = torch.tensor([[1, 2], [3, 4]]), torch.tensor([[5, 6]])
print(torch.cat([a, b]), torch.cat((a, b.T), dim=1), torch.cat([a, a], -1), torch.cat([torch.tensor([]), torch.ones(2)]), torch.cat([a, a.float()]))
print(torch.stack([a, a]), torch.stack([a, a], dim=1).shape, torch.stack([a, a], -1), torch.stack([torch.tensor(1), torch.tensor(2)]))
print(torch.hstack([a, b.T]), torch.vstack([a, b]), torch.dstack([a, a]).shape, torch.hstack([torch.tensor([1]), torch.tensor([2, 3])]))
print(torch.column_stack([torch.tensor([1, 2]), torch.tensor([3, 4])]), torch.concat([a, b]), torch.row_stack([a, b]))
print(a.repeat(2, 2), a.repeat(2, 1, 1).shape, torch.tensor([1, 2]).repeat(3), torch.tile(a, (2,)), a.tile(2, 1), torch.tensor([1]).repeat(0))
print(a.repeat_interleave(2), a.repeat_interleave(2, dim=0), a.repeat_interleave(torch.tensor([1, 3]), dim=1), torch.repeat_interleave(torch.tensor([2, 1])))
print(a.flip(0), a.flip(0, 1), a.flip([1]), torch.fliplr(a), torch.flipud(a), a.roll(1), a.roll(1, 0), a.roll((1, 1), (0, 1)), a.roll(-1, dims=1))
print(torch.rot90(a), torch.rot90(a, 2), torch.rot90(a, -1), torch.rot90(a, 1, (1, 0)))
print(torch.tril(torch.ones(3, 3)), torch.triu(torch.ones(3, 3), 1), torch.tril(torch.ones(2, 3), -1), torch.ones(2, 2, 2).triu(), torch.ones(3, 3).tril_(1))
print(torch.diag(a), torch.diag(a, 1), torch.diagonal(a), torch.trace(a), torch.diagflat(torch.tensor([[1, 2], [3, 4]])), torch.diag(torch.tensor([1, 2]), 1))
print(torch.kron(a, b), torch.outer(torch.tensor([1, 2]), torch.tensor([3, 4, 5])), torch.cross(torch.tensor([1, 0, 0]), torch.tensor([0, 1, 0]), dim=0))
print(torch.nn.functional.one_hot(torch.tensor([0, 2])), torch.nn.functional.pad(a, (1, 0, 0, 1)), torch.nn.functional.pad(a.float(), (1, 1), value=0.5))
print(torch.einsum('ij->ji', a), torch.einsum('ii', a), torch.einsum('ij,kj->ik', a, b), torch.einsum('ij->', a), torch.einsum('i,j->ij', a[0], b[0]),
      torch.einsum('bij,bjk->bik', a.expand(2, 2, 2), a.expand(2, 2, 2)), torch.einsum('...ij,...jk', a, a), torch.einsum('ii->i', a))
print(torch.tensordot(a, a, dims=1), torch.tensordot(a, a, dims=2), torch.tensordot(a, a, dims=([0], [1])), torch.inner(a, a), torch.vdot(a[0], a[1]))
