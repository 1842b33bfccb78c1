"""Pools of volumes, the adaptive softmax, grid_sample. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
import torch.nn as nn, torch.nn.functional as F
from torch import tensor
x = torch.randn(1,2,4,6,6)
F.max_pool3d(x,2), F.max_pool3d(x,2,return_indices=True), F.max_pool3d(x,(2,3,2),stride=2,padding=1,ceil_mode=True).shape, F.avg_pool3d(x,2,ceil_mode=True).shape, F.avg_pool3d(x,3,stride=2,padding=1,count_include_pad=False), F.avg_pool3d(x,3,stride=2,ceil_mode=True)
F.adaptive_max_pool3d(x,2,return_indices=True), F.adaptive_max_pool3d(x,(2,3,5)).shape
nn.MaxUnpool3d(2)(*F.max_pool3d(x,2,return_indices=True)).sum()
a = nn.AdaptiveLogSoftmaxWithLoss(4,10,[3,6]); a, [tuple(p.shape) for p in a.parameters()]
F.grid_sample(torch.arange(9.).reshape(1,1,3,3), torch.tensor([[[[-1.5,-1.],[0.,.3],[1.2,1.]]]]), align_corners=False), F.grid_sample(torch.arange(9.).reshape(1,1,3,3), torch.tensor([[[[-1.5,-1.],[0.,.3],[1.2,1.]]]]), padding_mode='reflection', align_corners=True), F.grid_sample(torch.arange(9.).reshape(1,1,3,3), torch.tensor([[[[-1.5,-1.],[0.,.3],[1.2,1.]]]]), mode='bicubic', align_corners=True), F.grid_sample(torch.arange(9.).reshape(1,1,3,3), torch.tensor([[[[-1.5,-1.],[0.,.3],[1.2,1.]]]]), padding_mode='reflection')
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
