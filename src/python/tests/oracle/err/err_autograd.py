import torch


def attempt(name, f):
    try:
        print(name, 'ok', f())
    except Exception as e:
        print(name, type(e).__name__ + ':', str(e).split('\n')[0].split('moment')[0])


def leaf():
    return torch.tensor([1.0, 2.0], requires_grad=True)


def twice():
    x = leaf()
    y = (x * x).sum()
    y.backward()
    y.backward()


def inplace_saved():
    x = leaf()
    y = x.exp()
    y.add_(1)
    y.sum().backward()


def inplace_saved2():
    x = leaf()
    y = x * 2
    z = y * y
    y.mul_(3)
    z.sum().backward()


def inplace_leaf():
    x = leaf()
    x.add_(1)


def inplace_leaf_view():
    x = leaf()
    x[0] = 5


def inplace_leaf_view2():
    x = leaf()
    x.view(2).mul_(2)


def set_grad(value):
    x = leaf()
    x.grad = value


attempt('no grad', lambda: torch.ones(2).sum().backward())
attempt('non scalar', lambda: (leaf() * 2).backward())
attempt('shape', lambda: (leaf() * 2).backward(torch.ones(3)))
attempt('twice', twice)
attempt('exp', inplace_saved)
attempt('mul', inplace_saved2)
attempt('leaf', inplace_leaf)
attempt('leaf item', inplace_leaf_view)
attempt('leaf view', inplace_leaf_view2)
attempt('leaf iadd', lambda: leaf().__iadd__(1))
attempt('int', lambda: torch.tensor([1], requires_grad=True))
attempt('unused', lambda: torch.autograd.grad(leaf().sum(), leaf()))
attempt('non leaf flag', lambda: setattr(leaf() * 2, 'requires_grad', False))
attempt('retain', lambda: torch.ones(1).retain_grad())
attempt('hook', lambda: torch.ones(1).register_hook(print))
attempt('numpy', lambda: leaf().numpy())
attempt('deepcopy', lambda: __import__('copy').deepcopy(leaf() * 2))
attempt('grad shape', lambda: set_grad(torch.ones(3)))
attempt('grad dtype', lambda: set_grad(torch.ones(2, dtype=torch.float64)))
attempt('detached', lambda: (leaf().detach() * 2).sum().backward())
attempt('under no_grad', lambda: torch.no_grad()(lambda: leaf() * 2)().sum().backward())
attempt('grad no', lambda: torch.autograd.grad(torch.ones(1), leaf()))
attempt('grad not requires', lambda: torch.autograd.grad(leaf().sum(), torch.ones(1)))
attempt('item', lambda: round(float((leaf() * 2).sum().item()), 2))
attempt('bad data', lambda: setattr(leaf(), 'data', 3))


class Wrong(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, y):
        return x * y

    @staticmethod
    def backward(ctx, g):
        return g


attempt('count', lambda: Wrong.apply(leaf(), leaf()).sum().backward())


class NoBackward(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2


attempt('no backward', lambda: NoBackward.apply(leaf()).sum().backward())


class WrongShape(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return torch.ones(3)


attempt('wrong shape', lambda: WrongShape.apply(leaf()).sum().backward())
attempt('gradcheck', lambda: torch.autograd.gradcheck(lambda t: t.detach() * t, leaf().double().detach().requires_grad_(), raise_exception=False))
