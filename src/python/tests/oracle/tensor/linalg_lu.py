"""LU in all forms, covariance with weights, NaN medians, einsum's refusals. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
from torch import tensor
M = tensor([[4.,1.],[2.,3.]]); N = tensor([[1.,2.,3.],[4.,5.,6.],[7.,8.,10.]])
torch.linalg.lu_factor(M), torch.linalg.lu(M), torch.linalg.lu_factor(N), torch.linalg.lu(N)
torch.linalg.solve(M,torch.ones(3))
torch.linalg.solve(M,torch.ones(3,2))
torch.linalg.solve(torch.stack([M,M]),torch.ones(2,2)), torch.linalg.solve(torch.stack([M,M]),torch.ones(2,2,1)).shape
torch.cov(N, fweights=tensor([1,2,1])), torch.cov(N, aweights=tensor([.5,.2,.3])), torch.cov(N,correction=0,fweights=tensor([1,2,1]),aweights=tensor([.5,.2,.3]))
torch.nanmedian(tensor([[1.,float('nan'),3.],[4.,5.,6.]]),1), torch.nanmedian(tensor([[1.,float('nan'),3.],[4.,5.,6.]]),0,keepdim=True), torch.zeros(0).median()
torch.einsum('ij,jk->ikk',M,M)
torch.einsum('1j',M)
torch.einsum('ij,jk->ik!',M,M)
torch.pinverse(M), torch.linalg.svdvals(M), tensor([1.,2.]).view(torch.int32), tensor([1.,2.]).view(dtype=torch.int32)
torch.concatenate([M,M],axis=1) if hasattr(torch,'concatenate') else 0
M.new_full((2,),1), M.new_tensor([1]), torch.mvlgamma(M+3,2)
torch.linalg.vector_norm(M,dtype=torch.float64), torch.autograd.functional.jacobian(lambda a: torch.ones(2), tensor([1.]), strict=True)
torch.autograd.functional.vjp(lambda a: a**2, tensor([1.,2.]))
isinstance(M, torch.autograd.Variable), torch.autograd.Variable(M), torch.autograd.Variable(M,requires_grad=True).requires_grad
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
