import warnings

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.nn.utils.parametrize as P


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ":", e)


x, y = torch.arange(24).reshape(2, 3, 4), torch.arange(15.0).reshape(3, 5)
A = torch.tensor([[4.0, 1.0], [2.0, 3.0]])
whole = torch.ones(2).long()
w = torch.ones(2, 2, requires_grad=True)
b = w * 2
for call in (
    lambda: float(torch.ones(2)), lambda: int(x), lambda: torch.tensor([torch.ones(2), torch.ones(2)]), lambda: torch.tensor([whole]),
    lambda: torch.movedim(x, (0, 1), (1,)), lambda: torch.as_strided(y, (2, 20), (1, 2)), lambda: torch.as_strided(y, (0, 20), (1, 2)).shape,
    lambda: torch.rot90(y, 1, [0, 3]), lambda: torch.rot90(y, 1, [0]), lambda: torch.repeat_interleave(torch.tensor([1, 2]), -1),
    lambda: torch.meshgrid(torch.arange(2), torch.ones(3), indexing="ij"), lambda: torch.dsplit(y, 2), lambda: x.H,
    lambda: y.masked_scatter(y > -10, torch.arange(3.0)), lambda: torch.ones(3).fill_diagonal_(5), lambda: torch.ones(3, 2, 3).fill_diagonal_(5),
    lambda: torch.ones(7, 3).fill_diagonal_(5, wrap=True), lambda: torch.ones(2, 2, 2).fill_diagonal_(5),
    lambda: torch.addcdiv(whole, whole, whole), lambda: torch.norm(A, p="foo"), lambda: torch.cdist(torch.ones(2), torch.zeros(2)),
    lambda: torch.tensordot(A, A, dims=([0, 1], [0])), lambda: torch.tensordot(torch.ones(2, 3), torch.ones(2, 3), dims=1),
    lambda: torch.device("cuda", -1), lambda: A.to("float32"), lambda: torch.linalg.qr(A, mode="r"), lambda: torch.linalg.qr(A, mode="foo"),
    lambda: torch.linalg.norm(A, "fro", dim=0), lambda: torch.linalg.matrix_norm(A, "foo"), lambda: torch.linalg.matrix_norm(A, 3),
    lambda: torch.inner(torch.ones(2), torch.ones(3)), lambda: torch.linalg.matrix_power(torch.ones(2, 3), 2), lambda: torch.linalg.multi_dot([A]),
    lambda: torch.gcd(A, A), lambda: torch.logical_and(A, 1), lambda: A.logical_or(1), lambda: torch.positive(torch.tensor([True])),
    lambda: torch.cholesky_solve(torch.ones(2, 1), torch.tensor([[2.0, 1.0], [1.0, 2.0]])), lambda: w.t_(), lambda: w.unsqueeze_(0),
    lambda: setattr(w, "data", whole), lambda: setattr(b, "requires_grad", True), lambda: w.reshape(), lambda: w.expand(), lambda: w.size("a"),
    lambda: nn.MaxPool2d((2, 2, 2))(torch.ones(1, 1, 4, 4)), lambda: F.celu(w, 0), lambda: F.cosine_similarity(torch.ones(2), torch.ones(3)),
    lambda: F.cosine_similarity(torch.ones(2, 1), torch.ones(3), dim=-1), lambda: nn.MultiLabelMarginLoss()(A, A),
    lambda: nn.CTCLoss(blank=7)(torch.ones(5, 1, 3), torch.ones(1, 2).long(), torch.tensor([5]), torch.tensor([2])),
    lambda: F.affine_grid(torch.ones(1, 2, 2), (1, 1, 2, 2), align_corners=False), lambda: nn.utils.rnn.pad_sequence([]),
    lambda: torch.testing.assert_close(torch.tensor([1, 2]), torch.tensor([1, 4])), lambda: torch.testing.assert_allclose(A, A + 1),
):  # fmt: skip
    attempt(call)


class Symmetric(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).transpose(-1, -2)


class Invertible(Symmetric):
    def right_inverse(self, X):
        return X.triu()


layer = nn.Linear(2, 2)
P.register_parametrization(layer, "weight", Symmetric())
attempt(lambda: setattr(layer, "weight", A))
layer = nn.Linear(2, 2)
P.register_parametrization(layer, "weight", Invertible())
layer.weight = A
print(layer.weight, layer.parametrizations.weight.original)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.autograd.gradcheck(lambda x: x * 1, torch.zeros(1, requires_grad=True), eps=1e-3)
print([str(each.message) for each in caught])
