"""Random indices of every kind: what they read, write and pass gradients to."""
import torch, random
random.seed(11); torch.manual_seed(11)
def pick(n, shape):
    out = []
    for d in range(n):
        size = shape[d]; k = random.random()
        if k < .25: out.append(str(random.randint(-size, size - 1)))
        elif k < .55:
            a, b, c = random.choice(['', str(random.randint(-size - 1, size + 1))]), random.choice(['', str(random.randint(-size - 1, size + 1))]), random.choice(['', '', '2', '3'])
            out.append(f'{a}:{b}' + (f':{c}' if c else ''))
        elif k < .7: out.append('[' + ', '.join(str(random.randint(-size, size - 1)) for _ in range(2)) + ']')
        elif k < .8: out.append('torch.tensor([' + ', '.join(str(random.randint(0, size - 1)) for _ in range(2)) + '])')
        elif k < .86: out.append('torch.tensor(' + str([[random.randint(0, size - 1)], [random.randint(0, size - 1)]]) + ')')
        elif k < .9: out.append('torch.tensor(' + str([random.random() < .5 for _ in range(size)]) + ')')
        else: out.append(':')
    if random.random() < .15: out.insert(random.randint(0, len(out)), 'None')
    if random.random() < .15 and '...' not in out: out.insert(random.randint(0, len(out)), '...')
    return ', '.join(out)
for i in range(400):
    shape = [random.choice([2, 3, 4]) for _ in range(random.choice([1, 2, 3, 4]))]
    x = torch.arange(torch.Size(shape).numel()).reshape(shape).float()
    if random.random() < .3 and len(shape) > 1: x = x.transpose(0, 1)
    e = pick(random.randint(1, x.dim()), x.shape)
    if x.dim() == 1 and e in ('', ): continue
    try:
        y = eval(f'x[{e}]'); print(i, tuple(x.shape), e, tuple(y.shape), y.flatten().tolist()[:12])
    except Exception as err: print(i, e, type(err).__name__, str(err).split('\n')[0]); continue
    z = x.clone(); k = random.random()
    try:
        if k < .3: exec(f'z[{e}] = -1')
        elif k < .6: exec(f'z[{e}] = torch.rand(y.shape)')
        elif k < .8: exec(f'z[{e}] += 100')
        else: exec(f'z[{e}] *= y')
        print('  ', [round(v, 4) for v in z.flatten().tolist()])
    except Exception as err: print('  ', type(err).__name__, str(err).split('\n')[0])
    w = x.clone().requires_grad_()
    try:
        eval(f'w[{e}]').pow(2).sum().backward(); print('  ', w.grad.flatten().tolist()[:16])
    except Exception as err: print('  g', type(err).__name__, str(err).split('\n')[0])
