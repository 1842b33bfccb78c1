import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, ReduceLROnPlateau, StepLR

opt = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
s = ReduceLROnPlateau(opt, patience=1, factor=0.5, cooldown=1, min_lr=0.1, threshold=0.01)
for metric in [5, 4, 4, 4, 4, 4, 4, 3.99, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9]:
    s.step(metric)
    print(metric, opt.param_groups[0]['lr'], s.num_bad_epochs, s.best, s.in_cooldown)
up = ReduceLROnPlateau(opt, mode='max', threshold_mode='abs', patience=0, verbose=True)
for metric in [0.1, 0.2, 0.2, torch.tensor(0.15)]:
    up.step(metric)
print(up.state_dict()['best'], up._last_lr)
a = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
sa = CosineAnnealingLR(a, 10)
for _ in range(4):
    a.step()
    sa.step()
b = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
sb = CosineAnnealingLR(b, 10)
b.load_state_dict(a.state_dict())
sb.load_state_dict(sa.state_dict())
a.step(), sa.step(), b.step(), sb.step()
print(sa.get_last_lr() == sb.get_last_lr(), sb.last_epoch, a.param_groups[0]['initial_lr'])
c = StepLR(torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1), 2, verbose=True)
c.optimizer.step()
c.step()
print({k: v for k, v in c.state_dict().items() if not k.startswith('_get') and k != 'verbose'})
resumed = torch.optim.SGD([{'params': [torch.nn.Parameter(torch.zeros(1))], 'initial_lr': 0.1}], lr=0.1)
print(CosineAnnealingLR(resumed, 10, last_epoch=4).get_last_lr())
