"""Spectral normalisation, the older and the newer. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, torch.nn as nn
sn = nn.utils.spectral_norm(nn.Linear(3,2))
sn, list(sn.state_dict()), sn(torch.ones(1,3)), sn.weight_u, sn.weight, sn.eval()(torch.ones(1,3)), sn.weight_orig
sn.train()(torch.ones(1,3)).sum().backward()
sn.weight_orig.grad
nn.utils.remove_spectral_norm(sn), list(sn.state_dict()), sn.weight
nn.utils.spectral_norm(nn.Conv2d(1,2,2))(torch.ones(1,1,3,3))
nn.utils.spectral_norm(nn.utils.spectral_norm(nn.Linear(1,1)))
nn.utils.remove_spectral_norm(nn.Linear(1,1))
from torch.nn.utils import parametrizations as P
p = P.spectral_norm(nn.Linear(3,2))
p, list(p.state_dict()), p(torch.ones(1,3))
torch.square(torch.tensor([True])), torch.ones(2).long()@torch.ones(2)
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
