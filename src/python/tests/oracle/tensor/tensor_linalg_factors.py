import torch
torch.manual_seed(0)
A = torch.randn(3, 3); S = A @ A.T + torch.eye(3)
print(torch.linalg.inv_ex(A)); print(torch.linalg.inv_ex(torch.zeros(2, 2)).info)
print(torch.linalg.cholesky_ex(S)); print(torch.linalg.cholesky_ex(-S).info > 0)
T = torch.eye(4 * 6).reshape(4, 6, 8, 3); print(torch.linalg.tensorinv(T).shape)
x = torch.linalg.tensorsolve(torch.eye(2 * 3 * 4).reshape(2 * 3, 4, 2, 3, 4), torch.randn(2 * 3, 4)); print(x.shape, x[0, 0])
print(torch.linalg.vander(torch.tensor([1., 2., 3.]), N=4), torch.linalg.vander(torch.tensor([1, 2, 3])))
