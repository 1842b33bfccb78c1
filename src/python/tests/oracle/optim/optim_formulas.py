import torch

torch.manual_seed(0)


def run(cls, steps=6, **kw):
    w = torch.nn.Parameter(torch.tensor([[1.0, -2.0], [0.5, 3.0]]))
    b = torch.nn.Parameter(torch.tensor([0.1, -0.1]))
    opt = cls([w, b], **kw)
    for i in range(steps):
        opt.zero_grad()
        ((w @ torch.tensor([1.0, 0.3]) + b).tanh().sum() + 0.1 * (w ** 2).sum()).backward()
        opt.step()
    print(cls.__name__, kw)
    print(w.data, b.data)


o = torch.optim
for kw in [dict(), dict(momentum=0.9), dict(momentum=0.9, nesterov=True, weight_decay=0.1), dict(momentum=0.5, dampening=0.3), dict(maximize=True, weight_decay=0.01)]:
    run(o.SGD, lr=0.1, **kw)
for cls in (o.Adam, o.AdamW):
    for kw in [dict(), dict(weight_decay=0.1), dict(amsgrad=True), dict(betas=(0.5, 0.6), eps=1e-3), dict(maximize=True)]:
        run(cls, lr=0.05, **kw)
for kw in [dict(), dict(momentum=0.9), dict(centered=True), dict(alpha=0.5, weight_decay=0.1, momentum=0.2, centered=True)]:
    run(o.RMSprop, lr=0.02, **kw)
for kw in [dict(), dict(lr_decay=0.1, weight_decay=0.1), dict(initial_accumulator_value=0.5, eps=1e-2)]:
    run(o.Adagrad, lr=0.1, **kw)
run(o.Adadelta)
run(o.Adadelta, lr=0.5, rho=0.8, weight_decay=0.1)
run(o.Adamax)
run(o.Adamax, lr=0.1, betas=(0.8, 0.9), weight_decay=0.1)
run(o.RAdam, steps=12, lr=0.1)
run(o.RAdam, weight_decay=0.1)
run(o.ASGD, lr=0.1)
run(o.ASGD, lr=0.1, t0=2, lambd=0.1, weight_decay=0.1)
run(o.Rprop)
run(o.Rprop, lr=0.1, etas=(0.4, 1.3), step_sizes=(0.01, 0.2))
