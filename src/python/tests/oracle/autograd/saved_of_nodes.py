"""What the nodes of a graph show of the tensors that they saved."""
import torch
m = torch.randn(3, requires_grad=True, generator=torch.Generator().manual_seed(0)); n = torch.ones(3, requires_grad=True)
def show(t, *names):
    for name in names:
        try:
            v = getattr(t.grad_fn, name); print(type(t.grad_fn).__name__, name, None if v is None else tuple(v.shape) )
        except Exception as e: print(type(e).__name__, e)
show(m * n, '_saved_self', '_saved_other'); show(m * 2, '_saved_self', '_saved_other'); show(m / n, '_saved_self', '_saved_other'); show(m ** 2, '_saved_self'); show(m.exp(), '_saved_result'); show(m.log(), '_saved_self'); show(m.sin(), '_saved_self'); show(m.cos(), '_saved_self'); show(m.abs(), '_saved_self'); show(m.sigmoid(), '_saved_result'); show(m.tanh(), '_saved_result'); show(m.relu(), '_saved_result'); show(m.softmax(0), '_saved_result'); show(m.log_softmax(0), '_saved_result'); show(m.sqrt(), '_saved_result'); show(m.reciprocal(), '_saved_result'); show(m.rsqrt(), '_saved_result')
a = torch.ones(2, 3, requires_grad=True); b = torch.ones(3, 2, requires_grad=True)
show(a @ b, '_saved_self', '_saved_mat2'); show(m + n, '_saved_self')
y = m.exp(); print(torch.equal(y.grad_fn._saved_result, y), y.grad_fn._saved_result is y); y.sum().backward()
try: y.grad_fn._saved_result
except Exception as e: print(type(e).__name__, e)
y = m * n; print(torch.equal(y.grad_fn._saved_self, m), torch.equal(y.grad_fn._saved_other, n))
z = m.pow(2); print(z.grad_fn._saved_self.equal(m)); z.sum().backward()
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x); ctx.k = k
        return x * x * k
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return 2 * x * g * ctx.k, None
o = Square.apply(m, 3); print(torch.equal(o.grad_fn.saved_tensors[0], m), o.grad_fn.k, o.grad_fn.needs_input_grad, o.grad_fn.name()); o.sum().backward()
try: o.grad_fn.saved_tensors
except Exception as e: print(type(e).__name__, str(e)[:80])
try: o.grad_fn.foo
except Exception as e: print(type(e).__name__, e)
try: (m + 1).grad_fn.foo
except Exception as e: print(type(e).__name__, e)
