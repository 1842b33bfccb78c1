"""Hooks and Functions that start passes of their own, replace gradients, and raise."""
import torch
from torch.autograd import Function


class Square(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        with torch.enable_grad():
            y = x.detach().requires_grad_()
            (y**3).sum().backward()
        print("inner", y.grad, g.sum().item())
        return 2 * x * g


x = torch.tensor([1.0, 2.0], requires_grad=True)


def ten_times(g):
    print("hook", g)
    return g * 10


handle = x.register_hook(ten_times)
z = Square.apply(x)
z.register_hook(lambda g: print("mid", g))
z.sum().backward()
print(x.grad)
handle.remove()
print(torch.autograd.grad(Square.apply(x).sum(), x))
handle = x.register_hook(ten_times)


def refuse(g):
    raise KeyError("refused")


w = torch.ones(3, requires_grad=True)
v = w * 2
v.register_hook(refuse)
try:
    v.sum().backward()
except KeyError as error:
    print("KeyError", error, torch.is_grad_enabled(), w.grad)
handle.remove()
x.grad = None
x.mul(3).sum().backward()
print(x.grad)
