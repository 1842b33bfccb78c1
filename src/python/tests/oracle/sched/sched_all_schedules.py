import warnings

import torch
from torch.optim import lr_scheduler as S

warnings.simplefilter('ignore')


def run(make, steps=12, momentum=False, **kw):
    opt = torch.optim.SGD([{'params': [torch.nn.Parameter(torch.zeros(1))]}, {'params': [torch.nn.Parameter(torch.zeros(1))], 'lr': 0.5}], lr=0.1, momentum=0.9)
    s = make(opt)
    lrs, moms = [], []
    for _ in range(steps):
        lrs.append([g['lr'] for g in opt.param_groups])
        moms.append(round(opt.param_groups[0]['momentum'], 6))
        opt.step()
        s.step()
    print(type(s).__name__, [f'{a:.6g}' for a, _ in lrs], [f'{b:.6g}' for _, b in lrs][-3:], s.get_last_lr())
    if momentum:
        print(moms)


run(lambda o: S.StepLR(o, 3, 0.5))
run(lambda o: S.MultiStepLR(o, [2, 5, 5], 0.1))
run(lambda o: S.ExponentialLR(o, 0.9))
run(lambda o: S.LambdaLR(o, lambda e: 1 / (e + 1)))
run(lambda o: S.LambdaLR(o, [lambda e: 0.9 ** e, lambda e: 1.0]))
run(lambda o: S.MultiplicativeLR(o, lambda e: 0.95))
run(lambda o: S.ConstantLR(o, 0.5, 4))
run(lambda o: S.LinearLR(o, 0.2, 1.0, 5))
run(lambda o: S.PolynomialLR(o, 6, 2.0))
run(lambda o: S.CosineAnnealingLR(o, 5, 0.01))
run(lambda o: S.CosineAnnealingWarmRestarts(o, 3, 2, 0.001))
run(lambda o: S.CyclicLR(o, 0.01, 0.1, 3), momentum=True)
run(lambda o: S.CyclicLR(o, 0.01, 0.1, 2, 4, mode='triangular2'))
run(lambda o: S.CyclicLR(o, 0.01, 0.1, 2, mode='exp_range', gamma=0.9, cycle_momentum=False))
run(lambda o: S.OneCycleLR(o, 0.3, total_steps=13), momentum=True)
run(lambda o: S.OneCycleLR(o, [0.3, 0.6], epochs=4, steps_per_epoch=4, anneal_strategy='linear', three_phase=True, pct_start=0.25), momentum=True)
run(lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)], [3]))
run(lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.1, 1.0, 3), S.CosineAnnealingLR(o, 8), S.StepLR(o, 2)], [3, 8]))
opt = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
chain = S.ChainedScheduler([S.ConstantLR(opt, 0.1, 2), S.ExponentialLR(opt, 0.9)])
for _ in range(5):
    opt.step()
    chain.step()
    print(chain.get_last_lr())
