import torch
from torch import tensor, zeros, arange

def show(name, make):
    try:
        print(name, make())
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])

def put(x, index, value):
    x[index] = value
    return x.tolist()

T, F = True, False
show("row", lambda: put(zeros(2, 3), tensor([T, F]), tensor(1)))
show("one", lambda: put(zeros(3), tensor([T, F, T]), tensor([1])))
show("deep", lambda: put(zeros(3), tensor([T, F, T]), tensor([[[1]]])))
show("double", lambda: put(zeros(3), tensor([T, F, T]), tensor([0.1], dtype=torch.float64)))
show("bool", lambda: put(zeros(3), tensor([T, F, T]), tensor([T])))
show("int of float", lambda: put(arange(3), tensor([T, F, T]), tensor(1.5)))
show("int of whole float", lambda: put(arange(3), tensor([T, F, T]), tensor([2.0])))
show("column", lambda: put(zeros(2, 3), (slice(None), tensor([T, F, T])), tensor([1])))
show("column number", lambda: put(zeros(2, 3), (slice(None), tensor([T, F, T])), 2))
show("part row", lambda: put(zeros(2, 3), (1, tensor([T, F, T])), tensor([1])))
show("matrix in cube", lambda: put(zeros(2, 2, 2), tensor([[T, F], [F, T]]), tensor(3)))
show("several values", lambda: put(zeros(3), tensor([T, F, T]), tensor([1, 2])))
show("none chosen", lambda: put(zeros(3), tensor([F, F, F]), tensor([1])))
show("none chosen, two values", lambda: put(zeros(3), tensor([F, F, F]), tensor([1., 2.])))
show("positions", lambda: put(zeros(3), tensor([0, 2]), tensor([1])))
show("positions 0-dim", lambda: put(zeros(3), tensor([0, 2]), tensor(1)))
show("mask and positions", lambda: put(zeros(2, 3), (tensor([T, F]), tensor([0])), tensor([1])))
show("wrong size", lambda: put(zeros(3), tensor([T, F]), tensor([1])))
show("wrong size 2", lambda: put(zeros(3, 3), tensor([[T, F, T]]), tensor([1])))
show("zero dim mask", lambda: put(zeros(2, 3), tensor(True), tensor([1])))
show("zero dim mask 0", lambda: put(tensor(4.0), tensor(True), tensor([1])))
show("byte", lambda: put(zeros(3), tensor([1, 0, 1], dtype=torch.uint8), tensor([1])))
show("True", lambda: put(zeros(2), True, tensor([1])))
show("wrong byte", lambda: put(tensor([1, 2], dtype=torch.uint8), tensor([T, F]), tensor([300])))
show("overflow", lambda: put(tensor([1, 2], dtype=torch.uint8), tensor([T, F]), tensor([-1])))
show("mask of complement", lambda: put(zeros(2, 3), tensor([[T, F, T], [F, T, F]]).T.T, tensor([7], dtype=torch.int8)))
w = torch.ones(3, requires_grad=True)
v = torch.tensor([2.0], requires_grad=True)
y = w * 1
y[tensor([T, F, T])] = v
(y * tensor([1.0, 2.0, 4.0])).sum().backward()
print(w.grad, v.grad, y.grad_fn.name())
y = w * 1
y[tensor([T, F, T])] = tensor([5])
y.sum().backward()
print(y, w.grad)
v = torch.tensor(2.0, requires_grad=True, dtype=torch.float64)
y = torch.zeros(3)
y[tensor([T, F, T])] = v
print(y)
y.sum().backward()
print(v.grad)
