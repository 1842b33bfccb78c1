"""torch.jit.script and trace, by what they compute; a shared tensor of a distribution keeps its gradient."""
import torch


@torch.jit.script
def double(x):
    return x * 2


torch.manual_seed(0)
model = torch.nn.Linear(2, 3)
x = torch.ones(1, 2)
traced = torch.jit.trace(model, x)
print(double(x), torch.equal(traced(x), model(x)), torch.equal(torch.jit.script(model)(x), model(x)))
normal = torch.distributions.Normal(torch.tensor(0.0, requires_grad=True), 1.0)
normal.rsample().backward()
print(normal.loc.grad)
