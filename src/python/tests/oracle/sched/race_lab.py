# The ways of four optimizers on the surfaces of the schedule lab: src/widgets/optimizers.test.ts reads the output too.
# Each line: surface, optimizer, learning rate, then x and y after 0, 1, 2, 5, 10, 20 and 40 steps.
import torch

SURFACES = {
    "bowl": (lambda x, y: 0.5 * x**2 + 4 * y**2, (-4.0, 1.5)),
    "rosenbrock": (lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2, (-1.2, 1.0)),
    "saddle": (lambda x, y: x**2 - y**2 + 0.25 * y**4, (-1.5, 0.01)),
}
OPTIMIZERS = {
    "SGD": (lambda p, lr: torch.optim.SGD(p, lr=lr), {"bowl": 0.2, "rosenbrock": 0.001, "saddle": 0.1}),
    "momentum": (lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9), {"bowl": 0.05, "rosenbrock": 0.0005, "saddle": 0.03}),
    "RMSprop": (lambda p, lr: torch.optim.RMSprop(p, lr=lr), {"bowl": 0.1, "rosenbrock": 0.01, "saddle": 0.05}),
    "Adam": (lambda p, lr: torch.optim.Adam(p, lr=lr), {"bowl": 0.3, "rosenbrock": 0.05, "saddle": 0.1}),
}

for surface, (height, start) in SURFACES.items():
    for name, (make, rates) in OPTIMIZERS.items():
        point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
        optimizer = make([point], rates[surface])
        shown = []
        for step in range(41):
            if step in (0, 1, 2, 5, 10, 20, 40):
                shown += [f"{value:.6f}" for value in point.tolist()]
            optimizer.zero_grad()
            height(*point).backward()
            optimizer.step()
        print(surface, name, rates[surface], " ".join(shown))
