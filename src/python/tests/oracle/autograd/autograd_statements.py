"""Graphs, hooks, custom functions, derivatives of derivatives. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
from torch.autograd import Function, grad
from torch.autograd.functional import jacobian, hessian, vjp, jvp, vhp, hvp
x = tensor([1.,2.,3.], requires_grad=True)
y = (x**2).sum()
y
y.backward()
x.grad
y.backward()
y2 = (x**3).sum()
y2.backward(retain_graph=True)
y2.backward()
x.grad
g, = grad((x**3).sum(), x, create_graph=True)
g
grad(g.sum(), x)
grad((x**2).sum(), x, create_graph=True)[0].sum().backward()
x.grad
grad(x.sum(), tensor([1.], requires_grad=True))
grad(x.sum(), tensor([1.], requires_grad=True), allow_unused=True)
grad(x*2, x)
grad(x*2, x, torch.ones(3))
grad(x*2, x, grad_outputs=torch.ones(2))
grad([x.sum(), (x*2).sum()], [x])
grad((x*2).sum(), [x, x])
(x*2).backward()
x.detach().sum().backward()
tensor(1.).backward()
x.grad = None
(x*2).backward(torch.tensor([1.,0.,1.]))
x.grad
x.grad.zero_()
x.grad
x.grad = torch.ones(2)
x.grad = torch.ones(3).double()
x.requires_grad = False
x.requires_grad_(True)
z = x*2
z.requires_grad = False
z.grad
z.retain_grad()
z.sum().backward()
z.grad
x += 1
x.add_(1)
with torch.no_grad(): x += 1
x
with torch.no_grad(): w = x*2; print(w.requires_grad);
torch.is_grad_enabled(), torch.is_inference_mode_enabled()
a = torch.ones(3, requires_grad=True)
b = a.exp()
b += 1
b.sum().backward()
a = torch.ones(3, requires_grad=True)
b = a*2
c = b**2
b.add_(1)
c.sum().backward()
a = torch.ones(3, requires_grad=True)
b = a.sigmoid()
b.mul_(2)
b.sum().backward()
a = torch.ones(3, requires_grad=True)
b = a*1
b[0] = 5
b.sum().backward()
a.grad
a = torch.ones(3, requires_grad=True)
a[0] = 5
a = torch.ones(3, requires_grad=True)
b = a*1
v = b[:2]
v.mul_(3)
b.sum().backward()
a.grad
a = torch.ones(4, requires_grad=True)
b = a.view(2,2)
b.mul_(2)
a = torch.ones(4, requires_grad=True).unbind()[0].mul_(2)
a = torch.ones(4, requires_grad=True)*1
c = a.chunk(2)[0]
c.mul_(2)
with torch.inference_mode(): i = torch.ones(2); print(i.is_inference());
i.requires_grad_()
i * a[:2]
i.add_(1)
i._version
class Sq(Function):
    @staticmethod
    def forward(ctx, x, k): ctx.save_for_backward(x); ctx.k = k; return x**2*k
    @staticmethod
    def backward(ctx, g): x, = ctx.saved_tensors; return 2*x*g*ctx.k, None
s = Sq.apply(x, 3)
s
s.sum().backward()
x.grad
Sq()(x)
class Bad(Function):
    @staticmethod
    def forward(ctx, x): return x*2
    @staticmethod
    def backward(ctx, g): return g, g
Bad.apply(x).sum().backward()
class Bad2(Function):
    @staticmethod
    def forward(ctx, x): return x*2
    @staticmethod
    def backward(ctx, g): return g[:1].expand(2)
Bad2.apply(x).sum().backward()
class Bad3(Function):
    @staticmethod
    def forward(ctx, x): return 3
Bad3.apply(x)
class Bad4(Function):
    @staticmethod
    def forward(ctx, x): return x*2
Bad4.apply(x).sum().backward()
class Two(Function):
    @staticmethod
    def forward(ctx, a, b): ctx.set_materialize_grads(False); return a*2, b*3
    @staticmethod
    def backward(ctx, ga, gb): print(ga, gb, ctx.needs_input_grad); return ga*2, None if gb is None else gb*3
p, q = Two.apply(x, x.detach())
p.sum().backward()
class ND(Function):
    @staticmethod
    def forward(ctx, x): m = x > 1; ctx.mark_non_differentiable(m); return x*1, m
    @staticmethod
    def backward(ctx, g, gm): return g
ND.apply(x)
class Dirty(Function):
    @staticmethod
    def forward(ctx, x): x.add_(1); ctx.mark_dirty(x); return x
    @staticmethod
    def backward(ctx, g): return g
Dirty.apply(x*1)
from torch.autograd.function import once_differentiable
class OD(Function):
    @staticmethod
    def forward(ctx, x): return x*2
    @staticmethod
    @once_differentiable
    def backward(ctx, g): return g*2
grad(OD.apply(x).sum(), x, create_graph=True)[0].sum().backward()
h = x.register_hook(lambda g: g*10)
x.grad=None
x.sum().backward()
print(x.grad)
h.remove()
x.sum().backward()
x.grad
z = x*2
z.sum().backward()
z = x*2
z.sum().backward()
z = x*2
z.sum().backward()
jacobian(lambda x: x**2, x.detach())
jacobian(lambda a, b: a*b.sum(), (tensor([1.,2.]), tensor([3.,4.])))
hessian(lambda x: (x**3).sum(), tensor([1.,2.]))
vjp(lambda x: x**2, tensor([1.,2.]), tensor([1.,0.]))
jvp(lambda x: x**2, tensor([1.,2.]), tensor([1.,0.]))
hvp(lambda x: (x**3).sum(), tensor([1.,2.]), tensor([1.,1.]))
vhp(lambda x: (x**3).sum(), tensor([1.,2.]), tensor([1.,1.]))
jacobian(lambda x: x.sum(), tensor([1.,2.]), create_graph=True)
torch.autograd.gradcheck(lambda x: x**2, (torch.ones(2, dtype=torch.float64, requires_grad=True),))
torch.autograd.gradgradcheck(lambda x: x**3, (torch.ones(2, dtype=torch.float64, requires_grad=True),))
torch.autograd.gradcheck(lambda x: x**2, (torch.ones(2),))
class Wrong(Function):
    @staticmethod
    def forward(ctx, x): return x*2
    @staticmethod
    def backward(ctx, g): return g*3
torch.autograd.gradcheck(Wrong.apply, (torch.ones(2, dtype=torch.float64, requires_grad=True),))
torch.autograd.gradcheck(Wrong.apply, (torch.ones(2, dtype=torch.float64, requires_grad=True),), raise_exception=False)
torch.autograd.backward([x.sum(), (x*2).sum()])
x.grad
torch.autograd.backward(x*2, grad_tensors=[torch.ones(3)], inputs=[x])
with torch.autograd.set_detect_anomaly(True): (tensor([0.],requires_grad=True).sqrt()*0).sum().backward()
with torch.autograd.detect_anomaly(): tensor([-1.],requires_grad=True).log().sum().backward()
'''

names = {"__name__": "__main__"}
for node in ast.parse(PROGRAM).body:
    source = ast.get_source_segment(PROGRAM, node)
    print(">>>", source.splitlines()[0])
    if "torch" in names:
        names["torch"].manual_seed(node.lineno)
    try:
        if isinstance(node, ast.Expr):
            value = eval(compile(ast.Expression(node.value), "<program>", "eval"), names)
            if value is not None:
                print(value if isinstance(value, str) else repr(value))
        else:
            exec(compile(ast.Module([node], []), "<program>", "exec"), names)
    except Exception as error:
        print(type(error).__name__ + ":", str(error).strip().split("\n")[0])
