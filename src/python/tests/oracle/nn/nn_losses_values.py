import warnings

import torch
import torch.nn as nn
import torch.nn.functional as F

warnings.simplefilter('ignore')
torch.manual_seed(0)
logits = torch.randn(4, 3, requires_grad=True)
labels = torch.tensor([0, 2, 1, 2])
probs = torch.softmax(torch.randn(4, 3), 1)
w = torch.tensor([1.0, 2.0, 0.5])
for r in ('none', 'mean', 'sum'):
    print(r, F.cross_entropy(logits, labels, reduction=r), F.cross_entropy(logits, labels, weight=w, reduction=r))
    print(F.cross_entropy(logits, labels, label_smoothing=0.2, weight=w, reduction=r), F.cross_entropy(logits, probs, weight=w, reduction=r))
    print(F.cross_entropy(logits, torch.tensor([0, -100, 1, 2]), reduction=r), F.nll_loss(logits, labels, weight=w, ignore_index=2, reduction=r))
img = torch.randn(2, 3, 2, 2, requires_grad=True)
spatial = torch.randint(0, 3, (2, 2, 2))
print(F.cross_entropy(img, spatial), F.cross_entropy(img, spatial, reduction='none').shape, F.cross_entropy(img[0, :, 0, 0], torch.tensor(1)))
x, y = torch.randn(5, requires_grad=True), torch.rand(5)
for f in (F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss, F.binary_cross_entropy_with_logits, F.soft_margin_loss, F.poisson_nll_loss, F.kl_div):
    x.grad = None
    out = f(x, y)
    out.backward()
    print(f.__name__, out, x.grad, f(x, y, reduction='sum'), f(x, y, reduction='none').shape)
p = torch.sigmoid(x.detach()).requires_grad_()
out = F.binary_cross_entropy(p, y, weight=torch.arange(5.0))
out.backward()
print(out, p.grad)
print(nn.BCEWithLogitsLoss(pos_weight=torch.tensor(3.0))(x, y), nn.BCEWithLogitsLoss(weight=torch.arange(5.0))(x, y))
print(nn.SmoothL1Loss(beta=0.5)(x, y), nn.HuberLoss(delta=0.3)(x, y))
print(nn.GaussianNLLLoss(full=True)(x, y, torch.ones(5)), nn.MultiLabelSoftMarginLoss()(logits, (probs > 0.3).float()))
print(nn.MultiMarginLoss()(logits, labels), nn.MultiLabelMarginLoss()(logits, torch.tensor([[0, -1, 0], [1, 2, -1], [2, -1, 0], [0, 1, 2]])))
print(F.cross_entropy(logits, labels).backward(), logits.grad)
