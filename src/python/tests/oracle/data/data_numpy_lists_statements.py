"""Arrays of lists of tensors, and NumPy numbers as sizes. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, numpy as np
from torch import tensor
np.array([tensor(1.), tensor(2.)])
np.array([tensor(1), tensor(2)])
np.array([[tensor(1.)], [tensor(2.)]])
np.array([1., tensor(2.)])
np.mean([tensor(1.), tensor(2.)])
np.sum([tensor(1.), tensor(2.)])
np.mean([tensor(1.).item(), 2.])
np.float64(2) * tensor([1.,2.])
np.float64(2) + tensor(1.)
np.dot(tensor([1.,2.]), np.array([1.,1.]))
np.vstack([tensor([1.]), tensor([2.])])
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
