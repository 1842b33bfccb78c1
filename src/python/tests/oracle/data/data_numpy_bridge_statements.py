"""Tensors and NumPy arrays: shared memory, mixed arithmetic, loaders over arrays. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch, numpy as np
from torch import tensor
a = np.arange(6.).reshape(2,3)
t = torch.from_numpy(a)
t[0,0] = 9
a, t, t.dtype
torch.from_numpy(a.astype(np.float32)).dtype, torch.tensor(a).dtype, torch.as_tensor(a[0]), torch.from_numpy(a.T).is_contiguous(), torch.from_numpy(a[:, ::2])
torch.from_numpy(np.array(['a']))
torch.from_numpy(np.array([1+2j])) if False else 0
torch.from_numpy(a[::-1])
torch.from_numpy(np.array([1,2],dtype=np.uint16))
torch.tensor(np.array(3.)), torch.tensor(np.float32(2)), torch.tensor([np.float32(1), np.float32(2)]), torch.tensor(np.int64(3)), torch.tensor(np.bool_(True)), torch.tensor([np.arange(2), np.arange(2)])
tensor([1.,2.]).numpy(), tensor([True]).numpy(), tensor(3).numpy(), tensor([1,2]).numpy().dtype, tensor([[1.]]).numpy().shape, np.array(tensor([1.,2.])), np.asarray(tensor(2.)), tensor([1.,2.]).numpy() + 1, np.sum(tensor([1.,2.]).numpy())
tensor([1.,2.])[np.array([1])], tensor([1.,2.])[np.array([True,False])], tensor([1.,2.])[np.int64(1)], np.array([1,2,3])[tensor([0,2])], np.array([1,2,3])[tensor(1)]
tensor([1.,2.], requires_grad=True).detach().numpy(), tensor([1.,2.], requires_grad=True).data.numpy()
np.array(tensor([1.], requires_grad=True))
x = np.zeros(2)
y = torch.from_numpy(x)
x += 1
y, y.mul_(2), x
torch.stack([torch.from_numpy(np.full(2, i)) for i in range(2)]), torch.cat([torch.from_numpy(np.eye(2)), torch.zeros(1,2,dtype=torch.float64)])
class D(Dataset):
    def __init__(s): s.x = np.random.RandomState(0).randn(5,2).astype(np.float32); s.y = np.arange(5)
    def __len__(s): return 5
    def __getitem__(s, i): return s.x[i], s.y[i]
[(b[0].dtype, b[1].dtype, b[0].shape, b[1]) for b in DataLoader(D(), batch_size=2)]
next(iter(DataLoader(D(), batch_size=5)))[0]
torch.tensor(a.tolist()), torch.Tensor(a), torch.FloatTensor(a), torch.DoubleTensor(a), torch.LongTensor(np.array([1,2]))
np.random.seed(0)
torch.tensor(np.random.rand(2)), torch.from_numpy(np.random.permutation(4))
tensor([3,1,2]).numpy().argsort(), tensor([[1,2],[3,4]]).numpy().T, tensor([1.5]).item(), tensor([1.5]).numpy().item(), tensor([1,2]).numpy().tolist(), type(tensor([1,2]).numpy()).__name__
torch.tensor([1,2]).numpy().astype('float32'), torch.tensor(np.datetime64('2020')) if False else 0
torch.is_tensor(np.zeros(1)), isinstance(tensor(1).numpy(), np.ndarray), tensor(1.).numpy().dtype, tensor([1.]).half().numpy().dtype
tensor([1.]).bfloat16().numpy()
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
