import torch, torch.nn as nn, math
from torch.optim.lr_scheduler import *
def run(make, n=10, opt=None, metric=None):
    p = nn.Parameter(torch.zeros(1)); o = opt(p) if opt else torch.optim.SGD([p], lr=.1, momentum=.9); s = make(o); out = []
    for i in range(n):
        out.append(f"{o.param_groups[0]['lr']:.5f}"); o.step(); s.step(metric(i)) if metric else s.step()
    print(type(s).__name__, ' '.join(out), f"{o.param_groups[0].get('momentum', 0):.3f}")
run(lambda o: StepLR(o, 3, .1)); run(lambda o: MultiStepLR(o, [2, 4, 8], .5)); run(lambda o: ExponentialLR(o, .8)); run(lambda o: CosineAnnealingLR(o, 5, 1e-3), 14); run(lambda o: CosineAnnealingWarmRestarts(o, 3, 2, 1e-3), 14); run(lambda o: CyclicLR(o, .01, .1, 3, mode='triangular'), 10); run(lambda o: OneCycleLR(o, .5, 10)); run(lambda o: LinearLR(o, .1, 1, 5)); run(lambda o: ConstantLR(o, .2, 4)); run(lambda o: PolynomialLR(o, 6, 2)); run(lambda o: LambdaLR(o, lambda e: min(1, (e + 1) / 4))); run(lambda o: MultiplicativeLR(o, lambda e: .95)); run(lambda o: SequentialLR(o, [LinearLR(o, .01, 1, 3), CosineAnnealingLR(o, 7)], [3])); run(lambda o: ChainedScheduler([LinearLR(o, .5, 1, 4), ExponentialLR(o, .9)])); run(lambda o: ReduceLROnPlateau(o, 'min', .5, 1), metric=lambda i: 1. if i > 3 else 1 / (i + 1)); run(lambda o: torch.optim.swa_utils.SWALR(o, .01, 3, 'linear'))
run(lambda o: StepLR(o, 2, .5), opt=lambda p: torch.optim.AdamW([p], 1e-3))
p = nn.Parameter(torch.zeros(1)); o = torch.optim.SGD([p], .1); s = StepLR(o, 1); print(s.last_epoch, s.get_last_lr(), s.base_lrs, s.optimizer is o, s._step_count)
for g in o.param_groups: g['lr'] = .05
o.step(); s.step(); print(o.param_groups[0]['lr'], o.param_groups[0]['initial_lr'])
def warm(step, w=5, total=20): return step / w if step < w else .5 * (1 + math.cos(math.pi * (step - w) / (total - w)))
run(lambda o: LambdaLR(o, warm), 20); print(s.state_dict())
