"""Arguments by PyTorch's names and by NumPy's (axis, keepdims). Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
from torch import tensor
x = torch.arange(6.).reshape(2,3); i = tensor([[0],[1]])
x.sum(axis=0), x.mean(axis=1,keepdims=True), x.prod(axis=0), x.std(axis=0), x.var(axis=0), torch.sum(x,axis=1), torch.mean(x,axis=(0,1)), torch.std(x,axis=0), x.max(axis=0), x.min(axis=1), x.argmax(axis=1), x.argmin(axis=0), torch.argmax(x,axis=1), torch.max(x,axis=1), x.amax(axis=0), x.all(axis=0), x.any(axis=1), x.norm(dim=0), x.cumsum(axis=0), x.cumprod(axis=1), torch.cumsum(x,axis=1), x.median(axis=0), x.mode(axis=0), x.logsumexp(axis=1), x.softmax(axis=1)
torch.cat([x,x],axis=1)
torch.stack([x,x],axis=2)
torch.softmax(x,axis=0)
torch.log_softmax(x,axis=0)
x.squeeze(axis=0), x.unsqueeze(axis=0).shape, torch.unsqueeze(x,axis=0).shape, torch.squeeze(x,axis=0).shape
x.split(1,axis=0) if False else 0, x.chunk(3,axis=1)
torch.unbind(x,axis=0), x.unbind(axis=1)
torch.flip(x,axis=0) if False else 0
x.sort(axis=1), torch.sort(x,axis=0), x.argsort(axis=1), torch.topk(x,1,axis=0), x.topk(1,axis=1)
x.gather(axis=1,index=i), torch.gather(x,axis=1,index=i)
torch.index_select(x,axis=0,index=tensor([0])), x.index_select(axis=1,index=tensor([0]))
x.count_nonzero(axis=0), torch.count_nonzero(x,axis=1)
torch.quantile(x,.5,axis=0), x.quantile(.5,axis=1)
torch.diff(x,axis=0), torch.nansum(x,axis=0), torch.nanmean(x,axis=0), torch.std_mean(x,axis=0), torch.var_mean(x,axis=0)
torch.roll(x,1,dims=0), torch.repeat_interleave(x,2,axis=0), x.repeat_interleave(2,axis=1)
torch.take_along_dim(x,i,axis=1), torch.logsumexp(x,axis=0,keepdims=True), torch.renorm(x,2,0,1.)
torch.amax(x,axis=1,keepdims=True), torch.aminmax(x,axis=0), torch.cummax(x,axis=0), torch.kthvalue(x,1,axis=0), torch.linalg.norm(x,axis=0) if False else 0
torch.add(input=x,other=x), torch.mul(x1=x,x2=2) if False else 0, torch.exp(input=x), torch.abs(input=x), torch.relu(input=x), torch.matmul(input=x,other=x.T), torch.mm(input=x,mat2=x.T), torch.bmm(input=x[None],mat2=x.T[None]), torch.sum(input=x), torch.mean(input=x,dim=0), torch.reshape(input=x,shape=(3,2)), torch.cat(tensors=[x,x],dim=0).shape, torch.stack(tensors=[x,x],dim=0).shape, torch.transpose(input=x,dim0=0,dim1=1).shape, torch.permute(input=x,dims=(1,0)).shape, torch.where(condition=x>2,input=x,other=x), torch.clamp(input=x,min=1,max=2), torch.zeros(size=(2,)), torch.full(size=(2,),fill_value=3.), torch.arange(start=0,end=4,step=2), torch.linspace(start=0,end=1,steps=3), torch.eye(n=2), torch.randint(low=0,high=2,size=(1,)).shape, torch.multinomial(input=tensor([1.,0.]),num_samples=1), torch.argmax(input=x,dim=1,keepdim=True), torch.max(input=x,dim=1), torch.topk(input=x,k=1,dim=1,largest=False,sorted=True), torch.squeeze(input=x), torch.unsqueeze(input=x,dim=0).shape, torch.flatten(input=x,start_dim=0), torch.chunk(input=x,chunks=2,dim=0), torch.split(tensor=x,split_size_or_sections=1,dim=0), torch.tril(input=x,diagonal=1), torch.eq(input=x,other=2), torch.pow(input=x,exponent=2), torch.div(input=x,other=2,rounding_mode='floor'), torch.outer(input=x[0],vec2=x[1]), torch.dot(input=x[0],tensor=x[1]) if False else 0, torch.ones_like(input=x), torch.normal(mean=0.,std=1.,size=(1,)).shape, torch.nonzero(input=x), torch.isnan(input=x), torch.tensor(data=[1.]), torch.as_tensor(data=[1.]), torch.allclose(input=x,other=x), torch.equal(input=x,other=x), torch.masked_select(input=x,mask=x>3), torch.masked_fill(input=x,mask=x>3,value=0.), torch.gather(input=x,dim=1,index=i), torch.tile(input=x,dims=(2,1)).shape, torch.repeat_interleave(input=x,repeats=2), torch.std(input=x,dim=0,unbiased=False), torch.norm(input=x,p=2,dim=1), torch.cumsum(input=x,dim=0), torch.unique(input=x), torch.sort(input=x,dim=0,descending=True), torch.softmax(input=x,dim=0), torch.einsum('ij->i',x), torch.meshgrid(x[0],x[0],indexing='ij')[0].shape, torch.addmm(input=x,mat1=torch.eye(2),mat2=x), torch.cross(input=x,other=x,dim=1), torch.diag(input=x), torch.trace(input=x@x.T), torch.broadcast_to(input=x,size=(2,2,3)).shape, torch.from_numpy(x.numpy()).shape
x.view(size=(3,2)) if True else 0, x.reshape(shape=(3,2)), x.permute(dims=(1,0)), x.transpose(dim0=0,dim1=1), x.expand(size=(2,2,3)).shape, x.repeat(repeats=(1,2)).shape, x.flatten(start_dim=0), x.to(dtype=torch.int32), x.to(device='cpu'), x.clamp(min=1), x.fill_(value=1.), x.masked_fill(mask=x>0,value=2.), x.new_zeros(size=(2,)), x.narrow(dim=0,start=0,length=1), x.unfold(dimension=0,size=2,step=1), x.scatter_(dim=1,index=i,src=torch.ones(2,1)), x.scatter_add_(dim=1,index=i,src=torch.ones(2,1)), x.index_fill_(dim=0,index=tensor([0]),value=3.), x.backward if False else 0, x.sum(dim=[0,1]), x.size(dim=0), x.add(other=1,alpha=2), x.sub(other=1), x.mul(other=2), x.div(other=2), x.pow(exponent=2), x.matmul(other=x.T), x.eq(other=2), x.norm(p=1), x.topk(k=1), x.type(dtype=torch.float64).dtype, x.requires_grad_(requires_grad=False), x.tile(dims=(2,)).shape, x.unflatten(dim=1,sizes=(3,1)).shape, x.movedim(source=0,destination=1).shape, x.chunk(chunks=2), x.split(split_size=1), x.tensor_split(sections=2) if False else 0, x.roll(shifts=1,dims=0), x.flip(dims=(0,)), x.rot90(k=1,dims=(0,1)), x.squeeze(dim=0), x.unsqueeze(dim=0).shape, x.unbind(dim=0), x.select(dim=0,index=1), x.cumsum(dim=0), x.sort(dim=0,descending=True), x.max(dim=0,keepdim=True), x.quantile(q=.5), x.std(dim=0,unbiased=True), x.var(dim=0,unbiased=False), x.argmax(dim=0), x.gather(dim=1,index=i), x.index_select(dim=0,index=tensor([0])), x.numpy(force=False) if False else 0
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
