"""Printing, indexing, promotion and in-place operations. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, math
from torch import tensor
import numpy as np
tensor(3), tensor(3.), tensor(True), tensor(-0.), tensor(1e10), tensor(1e-10), tensor(123456.789), tensor(1234567.), tensor(0.1+0.2), tensor(float('nan')), tensor([]), tensor([[]]), tensor([[],[]]), tensor(1e38), tensor(1.5e-45)
tensor([1e-8, 1.]), tensor([1e5, 1.]), tensor([1e8, 1.]), tensor([0.001, 1000.]), tensor([0.0001, 1.]), tensor([1000.5, 1.]), tensor([10000.5, 1.]), tensor([100000.5, 1.]), tensor([1.,2.,3.]), tensor([1.,2.5]), tensor([1e-4]), tensor([9e-5]), tensor([99999.]), tensor([99999.5]), tensor([1e8]), tensor([1e7,2.]), tensor([12345678.])
tensor([1,1000000]), tensor([-1,10]), tensor([1.,-1.]), tensor([float('inf'),1.5]), tensor([float('nan'),1e-10]), tensor([float('inf')]), tensor([-float('inf'),100.]), tensor([True,False])
torch.arange(1001), torch.arange(2000.), torch.zeros(1001)
torch.arange(10000).reshape(100,100)
torch.arange(10000.).reshape(100,100)/7
torch.ones(30,2,40)
torch.arange(30).reshape(2,3,5), torch.ones(1,1,1,1), torch.ones(2,1,3), torch.ones(2,0,3), torch.zeros(0,3)
torch.arange(25.)/3, torch.randn(3,12), torch.arange(24).float(), torch.arange(30)*1000, torch.rand(20)*1e6
torch.randn(2,2).double(), torch.randn(2).half(), torch.randn(2).bfloat16(), torch.ones(2,dtype=torch.uint8), torch.ones(2,dtype=torch.int32), torch.ones(2).bool(), torch.tensor([1,2],dtype=torch.int8), torch.tensor([1e-5,1.]).half(), torch.tensor([65504.]).half(), torch.tensor([3.14159]).bfloat16()
torch.ones(2,requires_grad=True), torch.ones(2,requires_grad=True)*2, torch.ones(2,dtype=torch.float64,requires_grad=True), (torch.ones(3,4,requires_grad=True)*1.5).double(), torch.nn.Parameter(torch.ones(2)), torch.nn.Parameter(torch.ones(2),requires_grad=False), torch.nn.Parameter(torch.ones(2,2).double())
str(tensor([1.5])), f"{tensor(1.5)}", f"{tensor(1.23456):.2f}", f"{tensor([1.5])}", "{:d}".format(tensor(3)), '%s' % tensor(2), '%.3f' % tensor(2.5), '%d' % tensor(2), f"{tensor(3):>5}|", repr(tensor(1.5)), f"{tensor(1.5)!r}", f"{tensor(5,dtype=torch.int32)}", f"{tensor(0.1)}", f"{tensor(1e-10)}"
f"{tensor([1.5]):.2f}"
torch.set_printoptions(precision=2)
tensor([1.23456, 100.]), tensor(3.14159)
torch.set_printoptions(precision=8)
tensor([1.23456, 1/3])
torch.set_printoptions(precision=4, sci_mode=True)
tensor([1.5, 100.]), tensor(2.), tensor([1,2])
torch.set_printoptions(sci_mode=False)
tensor([1e-8, 1e8])
torch.set_printoptions(threshold=5, edgeitems=1)
torch.arange(10), torch.ones(10,10)
torch.set_printoptions(linewidth=40)
torch.arange(40)
torch.set_printoptions(profile='full')
torch.arange(1001).sum()
torch.set_printoptions(profile='short')
tensor([1.23456]), torch.ones(1001)
torch.set_printoptions(profile='default', sci_mode=None)
tensor([1.23456])
torch.set_printoptions(threshold=3)
torch.ones(2,2)*1.5
torch.set_printoptions(profile='default')
x = torch.arange(12).reshape(3,4)
x[0], x[0,1], x[-1], x[:,1], x[1:], x[:2,1:3], x[::2], x[...,0], x[None].shape, x[:,None].shape, x[0][1], x[[0,2]], x[[0,2],[1,3]], x[x>5], x[tensor([0,1])], x[:, [0,-1]], x[tensor(1)], x[tensor([[0,1],[1,2]])].shape, x[True].shape, x[False].shape, x[..., None].shape, x[1, ...], x[(0,1)], x[[[0,1]]].shape, x[:, x[0]>1], x[x[:,0]>3], x[1:1], x[5:], x[-2:], x[:-1], x[::3], x[1:-1, 1:-1], x[np.array([0,1])], x[range(2)], x[slice(1,2)], x[1,None], x[None,1,:,None].shape
y = x.clone()
y[0] = 9
y
y[:,1] = tensor([7,8,9])
y
y[y>8] = 0
y
y[[0,1],[2,3]] = tensor([5,6])
y
y[1:,2:] = tensor([[1],[2]])
y
y[0,0] = 3.7
y[0,0]
y[...] = 1
y.sum()
y[:, [0,2]] += 5
y
y[0] += 1
y[1] *= 2
y
y[tensor([True,False,True])] = 0
y
y[None] = 4
y[0]
y[0] = tensor([1,2,3])
y[5] = 1
y[0,0,0] = 1
y[0] = [1,2,3,4]
y[0] = "a"
y[x>100] = 1
z = torch.zeros(3)
z[tensor([0,0,1])] += 1
z
z.index_put_((tensor([0,0,1]),), tensor(1.), accumulate=True)
z[1:] = z[:-1]
z
z[:2], z[2:0:1], z[1], z[-1].item()
a = torch.zeros(2,3)
b = a[0]
b[:] = 5
a, b.storage().data_ptr() == a.storage().data_ptr(), a.storage().size(), b.storage_offset(), a[:,1].stride(), a.t().stride(), a.t().is_contiguous(), a.t().contiguous().stride()
a.storage()
a.view(3,2)[0,0] = 9
a
a.t().view(-1)
a.expand(2,2,3).stride(), a[None].expand(4,-1,-1).shape, a.T.reshape(-1)
for row in x: print(row, end=' ')
for i, (p, q) in enumerate(zip(x, x)): print(i, (p+q).sum().item())
tensor(5)//2, tensor(5)/2, tensor(-5)//2, tensor(-5)%3, tensor(5)**2, 2**tensor(3), 7//tensor(2), 7/tensor(2), 7%tensor(4), -tensor(3), abs(tensor(-3)), +tensor(3), round(tensor(2.567),2) if False else 0, divmod(7,2), tensor(7).__divmod__ if False else 0, tensor(3)&1, tensor(3)|4, tensor(3)^1, ~tensor(3), tensor(3)<<2, tensor(12)>>1, tensor(3)>2, tensor(3)==3, tensor(3)!=3, not tensor(0), bool(tensor(2)), int(tensor(2.7)), float(tensor(2)), complex(tensor(2.)), tensor(3).__index__(), [1,2,3][tensor(1)], range(tensor(3)), math.sqrt(tensor(4.)), math.floor(tensor(2.5)), np.sqrt(tensor(4.)), round(tensor(2.5)), math.trunc(tensor(2.5)) if False else 0
tensor([1,2])+1.5, tensor([1,2])*True, tensor([1,2],dtype=torch.int8)+tensor([1],dtype=torch.int32), tensor([1],dtype=torch.uint8)+tensor([1],dtype=torch.int8), tensor([1.])+tensor([1.],dtype=torch.float64), tensor(1.,dtype=torch.float64)+tensor([1.]), tensor([1])+tensor(1.,dtype=torch.float64), tensor([1])/tensor([2]), tensor([True])+tensor([True]), tensor([True])+1, tensor([1.]).half()+1, tensor([1.]).half()+tensor([1.]), tensor([1]).float()+tensor(1.).double(), tensor([2])**2, tensor([2])**2., tensor([2])**-1., tensor([200],dtype=torch.uint8)+100, tensor([127],dtype=torch.int8)+1, tensor([2**31-1],dtype=torch.int32)+1, tensor([1])*1.0, tensor([3])//2., tensor([3])%2., tensor([1,2]).sum()/2, tensor([1,2]).float().mean(), tensor([1,2]).bool().sum(), tensor([1,2],dtype=torch.int8).sum().dtype, tensor([1,2]).prod().dtype, tensor([True,False]).sum(), torch.ones(2).cumsum(0).dtype, torch.sqrt(tensor([4])), torch.exp(tensor([1])), torch.sin(tensor(True)) if False else 0, torch.where(tensor([True]),1,2.) if False else 0, torch.where(tensor([True]),tensor([1]),tensor([2])), tensor([1]).to(torch.float16).dtype, tensor([1.9,-1.9]).int(), tensor([300.]).to(torch.uint8), tensor([-1]).to(torch.uint8), tensor([1e10]).int() if False else 0, tensor([float('nan')]).bool(), tensor([0.5]).bool(), tensor([1,0]).bool()
torch.promote_types(torch.int8,torch.uint8), torch.result_type(tensor([1],dtype=torch.int8),300), torch.result_type(tensor(1),1.), torch.can_cast(torch.float64,torch.int32), torch.float16, torch.half is torch.float16, torch.float32.is_floating_point, torch.int64.is_signed, torch.bool.is_signed, torch.finfo(torch.float64), torch.finfo(torch.bfloat16), torch.iinfo(torch.uint8), torch.iinfo(torch.int32).min, torch.tensor(1).type(torch.float64), tensor([1.5]).type(torch.LongTensor), tensor([1]).type('torch.FloatTensor'), tensor([1]).type_as(tensor([1.])), torch.FloatTensor([1,2]), torch.LongTensor([1,2]), torch.Tensor([1,2]), torch.Tensor(2,3).shape, torch.FloatTensor(2).shape, torch.BoolTensor([1,0]), torch.IntTensor([1]), torch.DoubleTensor([1.]), torch.ByteTensor([1]), torch.HalfTensor([1]), isinstance(tensor([1.]), torch.FloatTensor), isinstance(tensor([1]), torch.FloatTensor), isinstance(tensor(1), torch.Tensor)
torch.set_default_dtype(torch.float64)
tensor([1.]), torch.zeros(1), torch.get_default_dtype(), tensor([1])/2, torch.randn(2), torch.arange(2.), torch.nn.Linear(1,1).weight.dtype
torch.set_default_dtype(torch.float32)
tensor([1.])
n = np.array([1.,2.])
t = torch.from_numpy(n)
n[0]=5
t, t.numpy() is n, torch.tensor(n).dtype, torch.as_tensor(n), torch.from_numpy(np.arange(3)), torch.tensor(np.float32(1)), torch.tensor(np.array([True])), torch.from_numpy(np.array([1],dtype=np.int16)), torch.ones(2).numpy(), torch.ones(2).numpy().dtype, (tensor([1.])+np.array([1.])), np.array([1.])*2, torch.tensor([np.float64(1), 2.]), torch.tensor([np.array([1,2]), np.array([3,4])]), torch.tensor([tensor(1), tensor(2)]), torch.stack([tensor(1.),tensor(2.)]), np.mean([tensor(1.).item(), 2]), np.array([tensor(1.), tensor(2.)]) if False else 0, np.asarray(tensor([1,2])), torch.ones(2,2).numpy().T.shape
t.numpy()[1] = 8
t, n
x = torch.ones(2)
y = x
y += 1
x, x is y, id(x)==id(y), x.data_ptr()==y.data_ptr(), x.clone() is x, x.equal(y), (x==y).all(), torch.allclose(x,y), x.eq(y), x.ne(y), x.lt(3), x.ge(2), torch.isclose(x,y)
x.add_(1).mul_(2), x.sub_(1), x.div_(2), x.pow_(2), x.neg_(), x.abs_(), x.sqrt_(), x.exp_(), x.log_(), x.zero_(), x.fill_(2), x.clamp_(max=1), x.copy_(tensor([3.,4.])), x.round_(), x.floor_(), x.reciprocal_(), x.sigmoid_(), x.tanh_(), x.relu_(), x.fill_diagonal_ if False else 0, x.t_(), x.unsqueeze_(0), x.squeeze_(), x.resize_(3).shape, x.random_(0,5).shape, x.uniform_().shape, x.normal_().shape, x.masked_fill_(tensor([True,False,True]),0.), x.index_fill_(0,tensor([0]),5.), x.lerp_(torch.ones(3),.5), x.addcmul_(torch.ones(3),torch.ones(3)), x.cumsum_(0), x.remainder_(2), x.trunc_(), x.sin_(), x.bernoulli_(0.), x.transpose_ if False else 0, x.swapaxes if False else 0
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
