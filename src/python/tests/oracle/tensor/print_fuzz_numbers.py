"""Random tensors of many sizes and magnitudes, printed with random options."""
import torch, random
random.seed(9); torch.manual_seed(9)
for i in range(300):
    nd = random.choice([0, 1, 1, 1, 2, 2, 3]); shape = [random.choice([1, 2, 3, 5]) for _ in range(nd)]
    x = torch.rand(shape).mul(2000).round().div(random.choice([1000., 100., 10., 1., 3., 7.])) * 10 ** random.choice([-7, -5, -4, -3, -2, -1, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 7, 9])
    k = random.random()
    if k < .15: x = x.round()
    elif k < .25: x = x.double()
    elif k < .3: x = x.half()
    elif k < .35: x = x.bfloat16()
    elif k < .5: x[torch.rand(shape) < .3] = random.choice([float('nan'), float('inf'), -float('inf'), 0.])
    elif k < .55: x = -x
    elif k < .6: x = x.requires_grad_()
    if random.random() < .1: torch.set_printoptions(precision=random.choice([2, 4, 6, 8]), sci_mode=random.choice([None, None, True, False]))
    print(i, x); torch.set_printoptions(profile='default')
    torch.set_printoptions(sci_mode=None)
