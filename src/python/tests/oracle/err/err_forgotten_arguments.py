import torch
import torch.nn as nn
import torch.nn.functional as F

for name in """AdaptiveAvgPool2d AdaptiveMaxPool1d AvgPool2d AvgPool3d BatchNorm1d BatchNorm2d Bilinear ConstantPad1d Conv1d Conv2d Conv3d ConvTranspose2d
    Embedding Fold GroupNorm InstanceNorm2d LPPool2d LayerNorm LazyConv2d LazyLinear Linear MaxPool2d MaxUnpool2d MultiheadAttention PixelShuffle ReflectionPad2d
    ReplicationPad1d Threshold TransformerEncoder TransformerEncoderLayer Unflatten ZeroPad2d""".split():
    try:
        getattr(nn, name)()
    except TypeError as e:
        print(e)
try:
    nn.Conv2d(1, 2)
except TypeError as e:
    print(e)
print(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.AvgPool3d(2), nn.LazyConv2d(2, 3))
for call in (
    lambda: F.batch_norm(torch.ones(2, 3), None, None), lambda: F.batch_norm(torch.ones(2, 3), torch.ones(3), None),
    lambda: F.cosine_similarity([1], torch.ones(2)), lambda: torch.cosine_similarity(torch.ones(2, 2), 3), lambda: nn.GroupNorm(2, 4)(torch.ones(1, 3)),
):  # fmt: skip
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
a, b = nn.Parameter(torch.ones(1)), nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([{"params": [a], "name": "first"}, {"params": b, "weight_decay": 0.1}], lr=0.1)
print(str(optimizer).count("\n"), [line == "" for line in str(optimizer).split("\n")].count(True), repr(str(torch.optim.Rprop([{"params": [a]}, {"params": [b]}]))[:40]))
