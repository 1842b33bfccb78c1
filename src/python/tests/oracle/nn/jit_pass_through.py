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

import io

file = io.BytesIO()
torch.jit.save(torch.jit.script(model), file)
file.seek(0)
print(torch.equal(torch.jit.load(file)(x), model(x)))
traced.save("/tmp/traced.pt")
loaded = torch.jit.load("/tmp/traced.pt", map_location="cpu").eval()
print(torch.equal(loaded(x), model(x)), list(loaded.state_dict()), hasattr(torch.nn.Linear(2, 3), "save"))
