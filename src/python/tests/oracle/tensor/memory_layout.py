"""Strides of results: which operations keep the order of their operands' memory. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, math
from torch import tensor
torch.arange(2,dtype=torch.float).unflatten(0,(1,2))
x = torch.arange(6.).reshape(2,3).t()
(x+1).stride(), (x+1).is_contiguous(), (x*2).stride(), torch.relu(x).stride(), x.exp().stride(), (x>1).stride()
(x+1).view(6)
x.clone().stride(), torch.zeros_like(x).stride(), torch.empty_like(x).stride(), x.clone(memory_format=torch.contiguous_format).stride(), x.contiguous().stride()
y = torch.arange(24.).reshape(2,3,4).permute(2,0,1)
(y+1).stride(), (y+torch.ones(3)).stride(), (y+torch.ones(4,2,3)).stride(), (torch.ones(4,2,3)+y).stride(), (y+y).stride()
y.float().stride(), y.double().stride(), y.to(torch.int64).stride(), y.half().stride(), y.abs().neg().stride()
torch.where(y>1,y,-y).stride(), torch.where(y>1,y,torch.ones(4,2,3)).stride()
y.sum(0).stride(), y.sum(1,keepdim=True).stride(), y.mean(-1).stride(), y.max(0).values.stride(), y.cumsum(0).stride(), y.softmax(-1).stride()
torch.cat([y,y]).stride(), torch.stack([y,y]).stride(), torch.cat([x,x],1).stride()
x.expand(4,3,2).clone().stride(), (x.expand(4,3,2)+1).stride(), (x.expand(4,3,2)*x.expand(4,3,2)).stride()
x[::2].stride(), (x[::2]+1).stride(), (y[:,::2]+1).stride(), (y[1:]+1).stride(), (y[:,:,:2]+1).stride()
torch.add(x, x, alpha=2).stride(), x.clamp(0,1).stride(), x.pow(2).stride(), (2**x).stride(), (1/x).stride(), (-x).stride(), (x//2).stride(), (x%2).stride(), (x==1).stride(), (~(x>1)).stride()
torch.dropout(x, 0.0, True).stride(), torch.nn.functional.gelu(x).stride(), torch.nn.functional.leaky_relu(x).stride(), x.sigmoid().stride(), x.tanh().stride(), x.masked_fill(x>2,0).stride(), torch.lerp(x,x,0.5).stride(), torch.addcmul(x,x,x).stride(), torch.atan2(x,x).stride(), torch.maximum(x,x).stride(), x.nan_to_num().stride(), x.round().stride(), torch.rand_like(x).stride(), torch.randn_like(y).stride(), torch.full_like(x,3).stride(), torch.bernoulli(x.sigmoid()).stride(), x.isnan().stride(), x.bool().stride()
a = torch.ones(2,3,4,5).to(memory_format=torch.channels_last)
(x.t()@x).stride(), (x@x.t()).stride(), torch.matmul(y,y.transpose(1,2)).stride(), torch.nn.functional.linear(x, torch.ones(4,2)).stride(), torch.einsum('ij,kj->ik',x,x).stride(), torch.einsum('abc->cab', y).stride()
torch.ones(3,1).t().stride(), (torch.ones(3,1).t()+1).stride(), (torch.ones(1,3).t()+1).stride(), torch.ones(2,1,3).transpose(0,1).stride(), (torch.ones(2,1,3).transpose(0,1)+1).stride(), (torch.ones(2,1,3).permute(2,1,0)*2).stride()
x.numpy().strides, (x+1).numpy().flags['C_CONTIGUOUS'], x.to(torch.float64).stride(), x.type(torch.int32).stride(), x.new_zeros(x.shape).stride()
(x+1).data_ptr()!=x.data_ptr(), (x+1).T.is_contiguous(), (x+1).flatten().stride(), (x+1).reshape(6), (x + 1).storage().tolist() if False else (x+1).t().reshape(-1)
x.square().stride(), x.sqrt().stride(), torch.sign(x).stride(), torch.abs(x).stride(), x.log1p().stride(), x.erf().stride(), x.lgamma().stride(), x.fmod(2).stride(), x.logical_not().stride(), torch.logical_and(x,x).stride(), torch.isclose(x,x).stride(), x.floor().stride()
z = torch.ones(3, 2, requires_grad=True)
w = z.t() * 2; w.sum().backward(); z.grad.stride(), w.stride()
z.grad=None; (z.t()*torch.ones(2,3)).pow(2).sum().backward(); z.grad.stride()
z.t().view(6)
(z.t()+1).view(6)
torch.ones(2,3).t().storage_offset(), torch.ones(4,4)[1:,1:].storage_offset(), torch.ones(4,4)[1:,1:].t().stride(), torch.ones(4,4).diagonal().stride(), torch.ones(4,4).unfold(0,2,1).stride(), torch.ones(3).expand(2,3).stride(), torch.ones(2,3).as_strided((2,2),(1,2)).stride()
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
