import torch

torch.manual_seed(0)
for shape in ((2, 2), (3, 3), (5, 3), (3, 5), (7, 2), (2, 3, 3)):
    A = torch.randn(*shape, dtype=torch.float64)
    for full in (True, False):
        U, S, Vh = torch.linalg.svd(A, full_matrices=full)
        k = min(shape[-2:])
        print(U.shape, Vh.shape, S, U[..., :k], Vh[..., :k, :], torch.allclose((U[..., :k] * S.unsqueeze(-2)) @ Vh[..., :k, :], A))
    Q, R = torch.linalg.qr(A)
    print(Q, R, torch.linalg.qr(A, "complete")[0].shape)
    M = A @ A.mT + torch.diag(torch.arange(1.0, shape[-2] + 1, dtype=torch.float64))
    L, V = torch.linalg.eigh(M)
    print(L, V, torch.linalg.cholesky(M), torch.linalg.det(M), torch.linalg.inv(M), torch.linalg.solve(M, A))
A = torch.randn(4, 4, dtype=torch.float64, requires_grad=True)
(torch.linalg.svdvals(A).sum() + torch.linalg.eigvalsh(A @ A.T).log().sum() + torch.linalg.det(A) + torch.linalg.inv(A).sum()).backward()
print(A.grad)
