"""Bits, histograms, covariance, factors of matrices: corners of few words. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
from torch import tensor
torch.ones(2,3).bitwise_not()
~tensor([1.])
tensor([[2.,1.],[1.,3.]]).cholesky_inverse(), torch.cholesky_inverse(tensor([[2.,1.],[1.,3.]]),upper=True)
torch.cholesky_inverse(torch.ones(2,3))
tensor([3,1]).nansum(), tensor([1.,float('nan')]).nansum(), torch.nansum(tensor([[1,2]]),0)
tensor([1.,2.,2.5]).histogram(bins=2), tensor([[True,False,True]]).diff(), torch.ones(2).copy_(3), tensor([[3,-1,2],[0,5,4]]).cov(), tensor([[3,-1,2],[0,5,4]]).corrcoef()
tensor([3,1,2]).kthvalue(torch.tensor(2))
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
