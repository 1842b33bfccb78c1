"""Idioms of notebooks: attention by hand, freezing, counting, accuracy, encodings. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, copy
import torch.nn as nn
import torch.nn.functional as F
from torch import tensor
class Attn(nn.Module):
    def __init__(s, d, h): super().__init__(); s.h=h; s.qkv=nn.Linear(d,3*d); s.o=nn.Linear(d,d)
    def forward(s, x, mask=None):
        B,T,D=x.shape; q,k,v=s.qkv(x).chunk(3,-1); q,k,v=[t.view(B,T,s.h,D//s.h).transpose(1,2) for t in (q,k,v)]
        a=(q@k.transpose(-2,-1))/(D//s.h)**.5
        if mask is not None: a=a.masked_fill(mask==0,float('-inf'))
        return s.o((a.softmax(-1)@v).transpose(1,2).contiguous().view(B,T,D))
Attn(8,2)(torch.randn(2,3,8), torch.tril(torch.ones(3,3)))
nn.CrossEntropyLoss(reduction='none')(torch.zeros(2,3), tensor([0,2])), nn.BCEWithLogitsLoss(pos_weight=tensor([2.]))(torch.zeros(3,1), torch.ones(3,1)), nn.KLDivLoss(reduction='batchmean', log_target=True)(torch.zeros(1,2).log_softmax(1), torch.zeros(1,2).log_softmax(1)), nn.HuberLoss(delta=.5)(tensor([1.]),tensor([0.])), nn.NLLLoss(weight=tensor([1.,2.]))(torch.zeros(2,2).log_softmax(1), tensor([0,1])), nn.MultiLabelSoftMarginLoss()(torch.zeros(1,2), tensor([[1.,0.]])), nn.GaussianNLLLoss(full=True)(tensor([1.]),tensor([2.]),tensor([.5])), nn.PoissonNLLLoss(log_input=False, full=True)(tensor([2.]),tensor([3.])), nn.TripletMarginWithDistanceLoss(distance_function=lambda a,b: (a-b).abs().sum(-1))(torch.ones(1,2),torch.zeros(1,2),torch.ones(1,2)*3)
emb = nn.Embedding.from_pretrained(tensor([[1.,2.],[3.,4.]]), freeze=False)
emb(tensor([1,0])), emb.weight.requires_grad, nn.EmbeddingBag(3,2,mode='max')(tensor([[0,1]])).shape, F.embedding(tensor([0]), torch.eye(2), padding_idx=0), nn.Embedding(4,2,scale_grad_by_freq=True)(tensor([1,1])).shape
h = nn.LSTMCell(2,3)
s=(torch.zeros(1,3),torch.zeros(1,3))
for t in range(3): s = h(torch.ones(1,2)*t, s)
s
m = nn.Sequential(nn.Conv2d(1,4,3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(4*13*13,10))
sum(p.numel() for p in m.parameters()), m(torch.zeros(1,1,28,28)).shape, [tuple(p.shape) for p in m.parameters()]
for name, p in m.named_parameters(): print(f'{name:12s} {str(tuple(p.shape)):18s} {p.numel():6d}')
x = torch.zeros(1,1,28,28)
for l in m: x = l(x); print(type(l).__name__, tuple(x.shape))
frozen = copy.deepcopy(m)
[p.requires_grad_(False) for p in frozen[:3].parameters()]
[n for n,p in frozen.named_parameters() if p.requires_grad]
torch.optim.SGD(filter(lambda p: p.requires_grad, frozen.parameters()), lr=.1).param_groups[0]['params'][0].shape
grads = torch.autograd.grad(m(torch.ones(1,1,28,28)).sum(), list(m.parameters()))
[g.norm().item() > 0 for g in grads]
torch.nn.utils.clip_grad_norm_(m.parameters(), 1.), torch.nn.utils.parameters_to_vector(m.parameters()).shape
with torch.no_grad():
    for p in m.parameters(): p.copy_(torch.full_like(p, .01))
m(torch.ones(1,1,28,28))
conf = torch.zeros(3,3,dtype=torch.int64)
for t_, p_ in zip([0,1,2,2],[0,2,2,1]): conf[t_,p_] += 1
conf, conf.diag().float()/conf.sum(1), conf.diag().sum()/conf.sum()
logits = tensor([[2.,1.,.1],[.5,2.5,.3]])
F.softmax(logits,1).max(1), logits.argmax(1).eq(tensor([0,1])).float().mean().item(), torch.topk(logits,2).indices.eq(tensor([[1],[1]])).any(1)
def acc(o,y,ks=(1,2)): p=o.topk(max(ks),1)[1].t(); c=p.eq(y.view(1,-1).expand_as(p)); return [c[:k].reshape(-1).float().sum(0).item() for k in ks]
acc(logits, tensor([1,1]))
pe = torch.zeros(4,6)
pos = torch.arange(4).unsqueeze(1).float()
div = torch.exp(torch.arange(0,6,2).float()*(-torch.log(tensor(10000.))/6))
pe[:,0::2]=torch.sin(pos*div)
pe[:,1::2]=torch.cos(pos*div)
pe
w = torch.tensor([[1.,-2.],[3.,.5]], requires_grad=True)
l1 = w.abs().sum()
l2 = w.pow(2).sum()
(l1+.5*l2).backward()
w.grad, l1, l2
torch.stack([torch.arange(3)]*2).float().mean(0), torch.randperm(4, generator=torch.Generator().manual_seed(1)), torch.arange(6).view(2,3).sum(dim=1,keepdim=True), torch.ones(2,3).mul(2).add(1).pow(2).mean().item()
print(torch.arange(3), 'x', tensor(1.5), [tensor(1), tensor([2.])], {'a': tensor([1])}, (tensor(1),), sep=' | ')
print(f"{tensor(3.14159):.3f} {tensor(2)} {tensor([1.,2.])} {torch.float32} {torch.Size([2])} {tensor(1.)>0}")
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
