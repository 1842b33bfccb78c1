import torch
import torch.nn as nn

w = nn.Parameter(torch.ones(2))


def attempt(f):
    try:
        print('ok', type(f()).__name__)
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('\n')[0])


o = torch.optim
attempt(lambda: o.SGD([], lr=0.1))
attempt(lambda: o.SGD(w, lr=0.1))
attempt(lambda: o.SGD([w], lr=-1))
attempt(lambda: o.SGD([w], lr=0.1, momentum=-1))
attempt(lambda: o.SGD([w], lr=0.1, weight_decay=-1))
attempt(lambda: o.SGD([w], lr=0.1, nesterov=True))
attempt(lambda: o.Adam([w], betas=(1.0, 0.9)))
attempt(lambda: o.Adam([w], betas=(0.9, -0.1)))
attempt(lambda: o.Adam([w], eps=-1))
attempt(lambda: o.AdamW([w], weight_decay=-0.1))
attempt(lambda: o.Adadelta([w], rho=2))
attempt(lambda: o.Rprop([w], etas=(2, 3)))
attempt(lambda: o.RMSprop([w], alpha=-1))
attempt(lambda: o.Adam([w, w * 2]))
attempt(lambda: o.Adam(['weight']))
attempt(lambda: o.Adam([{'params': [w]}, {'params': [w]}]))
attempt(lambda: o.Adam([{'params': {w}}]))
attempt(lambda: o.LBFGS([{'params': [w]}, {'params': [nn.Parameter(torch.ones(1))]}]))
attempt(lambda: o.Adam([w]).load_state_dict(o.Adam([w, nn.Parameter(torch.ones(1))]).state_dict()))
attempt(lambda: o.Adam([w]).load_state_dict(o.Adam([{'params': [w]}, {'params': [nn.Parameter(torch.ones(1))]}]).state_dict()))
attempt(lambda: o.Adam(nn.Linear(1, 1).parameters()))
attempt(lambda: o.lr_scheduler.StepLR(w, 1))
attempt(lambda: o.lr_scheduler.LambdaLR(o.SGD([w], lr=1), [lambda e: 1, lambda e: 1]))
attempt(lambda: o.lr_scheduler.StepLR(o.SGD([w], lr=1), 1, last_epoch=3))
attempt(lambda: o.lr_scheduler.ReduceLROnPlateau(o.SGD([w], lr=1), factor=1.0))
attempt(lambda: o.lr_scheduler.ReduceLROnPlateau(o.SGD([w], lr=1), mode='best'))
attempt(lambda: o.lr_scheduler.OneCycleLR(o.SGD([w], lr=1), max_lr=1.0))
attempt(lambda: o.lr_scheduler.CosineAnnealingWarmRestarts(o.SGD([w], lr=1), T_0=0))
attempt(lambda: o.lr_scheduler.ConstantLR(o.SGD([w], lr=1), factor=2))
