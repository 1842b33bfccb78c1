"""Random tensors of many sizes and magnitudes, printed with random options."""
import torch, random
random.seed(3); torch.manual_seed(3)
for i in range(120):
    torch.set_printoptions(profile='default'); torch.set_printoptions(sci_mode=None)
    nd = random.choice([1, 1, 2, 2, 3, 4]); shape = [random.choice([1, 2, 4, 8, 13, 40]) for _ in range(nd)]
    x = torch.randint(-9999, 9999, shape)
    if random.random() < .6: x = x / random.choice([1., 10., 100., 1000.])
    o = {}
    if random.random() < .5: o['threshold'] = random.choice([5, 20, 100])
    if random.random() < .5: o['edgeitems'] = random.choice([1, 2, 4])
    if random.random() < .4: o['linewidth'] = random.choice([30, 50, 120])
    if random.random() < .3: o['sci_mode'] = random.choice([True, False])
    if random.random() < .3: o['precision'] = random.choice([1, 2, 6])
    torch.set_printoptions(**o)
    if random.random() < .2: x = x.float().requires_grad_()
    if random.random() < .1: x = x.double() * 1
    s = str(x)
    print(i, s if len(s) < 3000 else s[:1500])
