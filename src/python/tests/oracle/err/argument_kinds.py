"""Arguments of the wrong kind: positions as functions and methods count them, dimensions that are names."""
import torch

x = torch.arange(6.).reshape(2, 3)
CALLS = (
    lambda: x.add("a"), lambda: torch.add(x, "a"), lambda: x.add_("a"), lambda: x.mul(None), lambda: x.mul_([1]), lambda: x.div("b"),
    lambda: torch.div(x, "b"), lambda: x.sub_("a"), lambda: torch.where(x > 1, "a", x), lambda: torch.where("a"), lambda: x.clamp("a"),
    lambda: torch.clamp(x, "a"), lambda: torch.linspace(0, 1, 2.5), lambda: x.chunk("a"), lambda: x.topk("a"), lambda: torch.sort("a"),
    lambda: torch.einsum("ij,jk->ik", x, "a"), lambda: torch.linalg.svd(torch.ones(2)), lambda: x.sum("a"), lambda: x.mean(dim="rows"),
    lambda: x.max("a"), lambda: x.unsqueeze(),
)
for number, call in enumerate(CALLS):
    try:
        print(number, call())
    except Exception as error:
        print(number, type(error).__name__, error)
