"""Sparse tensors: making, printing, products, sums, gradients, errors."""
import torch
e = torch.eye(3).to_sparse(); print(e); print(type(e), isinstance(e, torch.Tensor))
print(torch.sparse_coo_tensor([[0, 1], [1, 0]], [1., 2.]), torch.sparse_coo_tensor([[0, 1], [1, 0]], [1, 2], (2, 2), dtype=torch.float64))
v = torch.tensor([1., 2.], requires_grad=True); s = torch.sparse_coo_tensor([[0, 1], [1, 0]], v, (2, 2))
out = torch.sparse.mm(s, torch.ones(2, 2)); print(out.detach()); out.sum().backward(); print(v.grad)
d = torch.tensor([[0., 2.], [3., 0.]]); sp = d.to_sparse(); print(sp.indices(), sp.values(), sp.size(), sp.sparse_dim(), sp.dense_dim(), sp._nnz(), sp.numel(), sp.dim())
print((sp + sp).to_dense(), (sp * 3).to_dense(), (sp / 2).to_dense(), (sp @ d), torch.mm(sp, d), torch.matmul(sp, d))
print(sp.t(), sp.coalesce().is_coalesced(), torch.sparse.sum(sp, dim=0).to_dense(), torch.sparse.softmax(sp, dim=1).to_dense())
print(torch.sparse_coo_tensor([[0, 1, 1], [0, 1, 1]], [1, 2, 3], (2, 2)).coalesce())
print(sp.to_dense() @ torch.ones(2), d + sp)
for bad in (lambda: torch.sparse_coo_tensor([[0, 5], [1, 0]], [1., 2.], (2, 2)), lambda: torch.sparse_coo_tensor([[0, 1], [1, 0]], [1., 2., 3.], (2, 2)), lambda: torch.sparse_coo_tensor([0, 1], [1., 2.], (2, 2))):
    try: print(bad())
    except Exception as ex: print(type(ex).__name__, ex)
adj = torch.tensor([[0, 1, 1], [1, 0, 0], [1, 0, 0]]).float(); deg = adj.sum(1); A = (adj / deg.unsqueeze(1)).to_sparse(); x = torch.arange(6.).view(3, 2); print(torch.sparse.mm(A, x)); print(A.float().to_dense(), A.requires_grad, A.device)
import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
i = torch.tensor([[0, 1, 1], [2, 0, 2]]); v = torch.tensor([3., 4, 5])
s = torch.sparse_coo_tensor(i, v, (2, 3)); print(s); print(s.to_dense(), s.shape, s.is_sparse, s.layout, s.dtype)
print(s.coalesce().indices(), s.coalesce().values(), s._nnz(), s.is_coalesced())
d = torch.randn(3, 2); print(torch.sparse.mm(s, d), s @ d); print(torch.eye(2).to_sparse()); print((s * 2).to_dense(), (s + s).to_dense(), s.t().to_dense(), torch.sparse.sum(s))
try: s.indices()
except Exception as e: print(type(e).__name__, e)
u = torch.sparse_coo_tensor([[0, 0], [1, 1]], [1., 2.], (2, 2)); print(u.coalesce(), u.to_dense())
