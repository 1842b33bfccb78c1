import torch
import torch.nn as nn
import torch.nn.functional as F

with torch.autocast("cpu", dtype=torch.bfloat16):
    a = torch.ones(2, 2) @ torch.ones(2, 2)
    t, k = torch.zeros(2, 2), torch.tensor([0, 1])
    for name, f in dict(
        mse=lambda: F.mse_loss(a, a), mixed=lambda: F.mse_loss(a, t), l1=lambda: F.l1_loss(a, a), huber=lambda: F.huber_loss(a, a), smooth=lambda: F.smooth_l1_loss(a, a),
        bce_logits=lambda: F.binary_cross_entropy_with_logits(a, a), bce=lambda: F.binary_cross_entropy(a.sigmoid(), t), ce=lambda: F.cross_entropy(a, k),
        nll=lambda: F.nll_loss(a.log_softmax(1), k), kl=lambda: F.kl_div(a, a), hinge=lambda: F.hinge_embedding_loss(a, a), margin=lambda: F.margin_ranking_loss(a, a, a),
        cos=lambda: F.cosine_similarity(a, a), soft=lambda: F.soft_margin_loss(a, a), triplet=lambda: F.triplet_margin_loss(a, a, a), multi=lambda: F.multi_margin_loss(a, k),
        poisson=lambda: F.poisson_nll_loss(a, a), gauss=lambda: F.gaussian_nll_loss(a, a, a.abs()), cosemb=lambda: F.cosine_embedding_loss(a, a, torch.tensor([1, 1])),
        layer_norm=lambda: F.layer_norm(a, (2,)), softmax=lambda: a.softmax(1), exp=lambda: a.exp(), sum=lambda: a.sum(), mean=lambda: a.mean(), prod=lambda: a.prod(),
        norm=lambda: a.norm(), cumsum=lambda: a.cumsum(0), square=lambda: a**2, gelu=lambda: F.gelu(a), add=lambda: a + t, cat=lambda: torch.cat([a, t]),
        conv2=lambda: F.conv2d(t[None, None], torch.ones(1, 1, 1, 1)), conv1=lambda: F.conv1d(t[None], torch.ones(1, 2, 1)), linear=lambda: F.linear(t, t),
        bmm=lambda: torch.bmm(t[None], t[None]), addmm=lambda: torch.addmm(t, t, t), mv=lambda: t.mv(t[0]), dot=lambda: t[0].dot(t[0]), einsum=lambda: torch.einsum("ij,jk->ik", t, t),
        cdist=lambda: torch.cdist(a, a), trace=lambda: a.trace(), quantile=lambda: a.quantile(0.5), embedding=lambda: F.embedding(k, t), where=lambda: torch.where(a > 0, a, t),
        gru=lambda: nn.GRU(2, 2)(t)[0], attention=lambda: nn.MultiheadAttention(2, 1)(t[None], t[None], t[None])[0], vector=lambda: torch.matmul(t, t[0]),
        logsumexp=lambda: a.logsumexp(1), double=lambda: torch.ones(2, 2).double() @ torch.ones(2, 2).double(), whole=lambda: torch.ones(2, 2).long() @ torch.ones(2, 2).long(),
    ).items():  # fmt: skip
        print(name, f().dtype)
torch.manual_seed(0)
model, x, y = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)), torch.randn(5, 3), torch.randn(5, 2)
optimizer = torch.optim.SGD(model.parameters(), 0.1)
for _ in range(2):
    optimizer.zero_grad()
    with torch.cpu.amp.autocast():
        out = model(x)
        loss = nn.MSELoss()(out, y)
    loss.backward()
    optimizer.step()
    print(out.dtype, loss.dtype, f"{loss.item():.2f}", model[0].weight.grad.dtype)
print(torch.tensor([[0.5, 1.5]], dtype=torch.bfloat16).logsumexp(1), torch.angle(torch.tensor([-1.0, 1.0], dtype=torch.bfloat16)))
for name in ("softmax", "cumsum", "cummax", "logcumsumexp"):
    try:
        getattr(torch, name)(x, None)
    except RuntimeError as e:
        print(e)
