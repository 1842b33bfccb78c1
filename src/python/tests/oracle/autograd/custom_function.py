import torch


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return 2 * x * grad


class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        result = x.exp()
        ctx.save_for_backward(result)
        return result

    @staticmethod
    def backward(ctx, grad):
        (result,) = ctx.saved_tensors
        return grad * result


class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, factor, name='a'):
        ctx.factor = factor
        print(name, ctx.needs_input_grad)
        return x * factor, x.sum()

    @staticmethod
    def backward(ctx, g1, g2):
        print(g1, g2)
        return g1 * ctx.factor + g2, None, None


class Sign(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.sign()

    @staticmethod
    def backward(ctx, grad):
        return grad.clamp(-1, 1)


x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = Square.apply(x)
print(y, y.requires_grad)
y.sum().backward()
print(x.grad)
x.grad = None
z = Exp.apply(x)
print(z)
z.sum().backward()
print(x.grad)
x.grad = None
a, b = Scale.apply(x, 3.0)
a.sum().backward()
print(x.grad, b)
x.grad = None
a, b = Scale.apply(x, 3.0, 'b')
(a.sum() + b * 2).backward()
print(x.grad)
x.grad = None
Sign.apply(x * 5).mul(3).sum().backward()
print(x.grad)
(g,) = torch.autograd.grad(Square.apply(x).sum(), x, create_graph=True)
print(torch.autograd.grad(g.sum(), x))
print(Square.apply(torch.tensor([2.0])).requires_grad, type(Square.apply(x).grad_fn).__name__)
print(torch.autograd.gradcheck(Square.apply, torch.rand(3, dtype=torch.float64, requires_grad=True)))
print(torch.autograd.gradcheck(lambda t: (t * t).sum(), torch.rand(3, dtype=torch.float64, requires_grad=True)))


class Clip(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, low):
        mask = x > low
        ctx.save_for_backward(mask)
        ctx.mark_non_differentiable(mask)
        return x.clamp(min=low), mask

    @staticmethod
    def backward(ctx, grad, _):
        (mask,) = ctx.saved_tensors
        return grad * mask, None


x.grad = None
out, mask = Clip.apply(x, 1.5)
print(out, mask, mask.requires_grad)
out.sum().backward()
print(x.grad)
