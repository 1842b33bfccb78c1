import torch, torch.nn as nn
import torch.nn.utils.prune as prune
torch.manual_seed(0)
m = nn.Linear(4, 3)
prune.random_unstructured(m, name="weight", amount=0.3)
print(list(m.named_parameters())); print(list(m.named_buffers())); print(m.weight)
prune.l1_unstructured(m, name="bias", amount=1); print(m.bias, m.bias_mask)
prune.ln_structured(m, name="weight", amount=0.5, n=2, dim=0); print(m.weight)
for hook in m._forward_pre_hooks.values():
    if hook._tensor_name == "weight": print(type(hook).__name__, [type(h).__name__ for h in hook])
print(m.state_dict().keys(), prune.is_pruned(m))
print(m(torch.ones(1, 4)))
prune.remove(m, "weight"); print(list(n for n, _ in m.named_parameters()), m.weight)
class Every(prune.BasePruningMethod):
    PRUNING_TYPE = "unstructured"
    def compute_mask(self, t, default_mask):
        mask = default_mask.clone(); mask.view(-1)[::2] = 0; return mask
c = nn.Conv2d(1, 2, 2); Every.apply(c, "bias"); print(c.bias_mask)
net = nn.Sequential(nn.Linear(3, 3), nn.ReLU(), nn.Linear(3, 2))
prune.global_unstructured([(net[0], "weight"), (net[2], "weight")], pruning_method=prune.L1Unstructured, amount=0.4)
print(net[0].weight, net[2].weight, float((net[0].weight == 0).sum() + (net[2].weight == 0).sum()))
prune.random_structured(net[2], "weight", 1, 1); print(net[2].weight)
try: prune.random_structured(net[2], "bias", 1, 0)
except ValueError as e: print(e, net[2].bias.shape)
net(torch.randn(2, 3)).sum().backward(); print(net[0].weight_orig.grad)
for f in (lambda: prune.remove(net[1], "weight"), lambda: prune.l1_unstructured(net[0], "bias", 1.5), lambda: prune.l1_unstructured(net[0], "bias", 9)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
prune.custom_from_mask(net[0], "bias", torch.tensor([0, 1, 0])); print(net[0].bias)
