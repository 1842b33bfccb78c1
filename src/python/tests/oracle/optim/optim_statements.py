"""Optimizers and schedules: formulas, groups, state, refusals. Every statement runs on its own: its value, or its error's type and first line, is printed."""
import ast

PROGRAM = r'''
import torch
import torch.nn as nn
import copy, io, math, warnings
from torch import tensor
from torch.optim import *
from torch.optim import lr_scheduler as S
P = lambda *v: [nn.Parameter(tensor(list(v)))]
def run(cls, steps=4, fn=None, **kw):
    p = nn.Parameter(tensor([1.0, -2.0, 3.0])); o = cls([p], **kw)
    for _ in range(steps):
        o.zero_grad(); (p**2).sum().backward(); o.step()
    return p.data, o
o = SGD(P(1.), lr=.1)
o.state_dict()
o.param_groups
o.defaults
Adam(P(1.,2.), lr=1e-3).state_dict()
SGD([], lr=.1)
SGD(P(1.), lr=-1)
SGD(tensor([1.]), lr=.1)
SGD([1], lr=.1)
SGD([tensor([1.],requires_grad=True)*2], lr=.1)
SGD(P(1.), lr=.1, nesterov=True)
SGD(P(1.), lr=.1, momentum=-1)
Adam(P(1.), lr=-1)
Adam(P(1.), betas=(1.,.9))
Adam(P(1.), betas=(.9,-.1))
Adam(P(1.), eps=-1)
Adam(P(1.), weight_decay=-1)
RMSprop(P(1.), alpha=-1)
Adagrad(P(1.), lr=-1)
Adadelta(P(1.), rho=2)
p = P(1.)[0]
SGD([p,p], lr=.1)
SGD([{'params':[p]},{'params':[p]}], lr=.1)
SGD([{'params':[p],'lr':.5},{'params':P(2.)}], lr=.1)
SGD([{'param':[p]}], lr=.1)
SGD(iter(P(1.)), lr=.1).param_groups[0]['params']
o = Adam(P(1.))
o.add_param_group({'params': P(2.), 'lr': .5})
len(o.param_groups), o.param_groups[1]['lr'], o.param_groups[1]['betas']
o.add_param_group({'params': o.param_groups[0]['params']})
o.zero_grad(set_to_none=True)
o.step(lambda: tensor(3.))
p.grad = tensor([2.])
o.zero_grad(set_to_none=False)
p.grad
l = LBFGS(P(1.,2.), lr=.5, max_iter=5, history_size=3, line_search_fn='strong_wolfe')
l
p = nn.Parameter(tensor([1.5,-.5]))
l = LBFGS([p], lr=1, max_iter=10, line_search_fn='strong_wolfe')
def closure():
    l.zero_grad(); loss = ((1-p[0])**2 + 100*(p[1]-p[0]**2)**2); loss.backward(); return loss
for _ in range(4): print(l.step(closure).item(), p.data)
l2 = LBFGS([p, *P(1.)], lr=1)
LBFGS([{'params':[p]},{'params':P(1.)}])
l.step()
a = P(1.,2.)[0]
o1 = Adam([a], lr=.1)
a.grad = tensor([1.,1.])
o1.step()
sd = copy.deepcopy(o1.state_dict())
o2 = Adam([a], lr=.5)
o2.load_state_dict(sd)
o2.param_groups[0]['lr'], o2.state[a]
o3 = Adam([a, *P(2.)])
o3.load_state_dict(sd)
o4 = Adam([{'params':[a]},{'params':P(1.)}])
o4.load_state_dict(sd)
o2.state_dict()['param_groups']
def mk(): return SGD([{'params':P(1.),'lr':.1},{'params':P(2.),'lr':1.}], lr=.1, momentum=.9)
def sched(f, n=8):
    o = mk(); s = f(o); out = [[round(g['lr'],6) for g in o.param_groups]]
    for i in range(n):
        o.step(); s.step(); out.append([round(g['lr'],6) for g in o.param_groups])
    return out, [round(x,6) for x in s.get_last_lr()], s.last_epoch if hasattr(s,'last_epoch') else None
sched(lambda o: S.StepLR(o, 3, gamma=.5))
sched(lambda o: S.MultiStepLR(o, [2,5,5], gamma=.1))
sched(lambda o: S.ExponentialLR(o, .9))
sched(lambda o: S.CosineAnnealingLR(o, 5, eta_min=.01))
sched(lambda o: S.CosineAnnealingWarmRestarts(o, 2, 2))
sched(lambda o: S.LambdaLR(o, lambda e: 1/(e+1)))
sched(lambda o: S.LambdaLR(o, [lambda e: 1/(e+1), lambda e: .5**e]))
sched(lambda o: S.MultiplicativeLR(o, lambda e: .9))
sched(lambda o: S.ConstantLR(o, .5, 3))
sched(lambda o: S.LinearLR(o, .1, 1., 4))
sched(lambda o: S.PolynomialLR(o, 5, 2.))
sched(lambda o: S.CyclicLR(o, .01, .1, 2, 3, mode='triangular2'))
sched(lambda o: S.CyclicLR(o, .01, .1, 2, mode='exp_range', gamma=.9, cycle_momentum=False))
sched(lambda o: S.CyclicLR(o, .01, .1, 2, scale_fn=lambda x: .5, scale_mode='iterations'))
sched(lambda o: S.OneCycleLR(o, .5, total_steps=9))
sched(lambda o: S.OneCycleLR(o, [.5,1.], epochs=3, steps_per_epoch=3, anneal_strategy='linear', three_phase=True, div_factor=10, final_div_factor=100))
sched(lambda o: S.SequentialLR(o, [S.ConstantLR(o,.1,2), S.ExponentialLR(o,.9)], [3]))
sched(lambda o: S.SequentialLR(o, [S.LinearLR(o,.1,1.,3), S.CosineAnnealingLR(o,5)], [3]))
sched(lambda o: S.ChainedScheduler([S.ConstantLR(o,.1,2), S.ExponentialLR(o,.9)]))
sched(lambda o: S.OneCycleLR(o, .5, total_steps=5))
def plateau(vals, **kw):
    o = mk(); s = S.ReduceLROnPlateau(o, **kw); out=[]
    for v in vals: s.step(v); out.append([round(g['lr'],7) for g in o.param_groups])
    return out, s.num_bad_epochs, s.best
plateau([1,1,1,1,.5,.5,.5], patience=1, factor=.5, verbose=True)
plateau([1,2,3,3,3,3], mode='max', patience=0, threshold=.1, threshold_mode='abs', cooldown=1, min_lr=[.01,.1])
plateau([1,1,1], factor=1.5)
plateau([1,1,1], min_lr=[1])
S.StepLR(1, 3)
S.StepLR(mk())
S.LambdaLR(mk(), [lambda e: 1])
S.LambdaLR(mk(), 3).step()
S.OneCycleLR(mk(), .1)
S.OneCycleLR(mk(), .1, total_steps=-1)
S.OneCycleLR(mk(), .1, total_steps=5, pct_start=2)
S.OneCycleLR(mk(), [.1], total_steps=5)
S.ConstantLR(mk(), 2.)
S.LinearLR(mk(), .5, 2.)
S.CosineAnnealingWarmRestarts(mk(), 0)
S.CosineAnnealingWarmRestarts(mk(), 2, T_mult=.5)
S.SequentialLR(mk(), [S.ConstantLR(mk())], [1])
S.ChainedScheduler([S.ConstantLR(mk()), S.ConstantLR(mk())])
S.StepLR(mk(), 1, last_epoch=3)
o = mk()
s = S.StepLR(o, 2, verbose=True)
s.step()
s.state_dict()
s2 = S.StepLR(o, 5)
s2.load_state_dict(s.state_dict())
s2.step_size, s2.last_epoch
S.LambdaLR(mk(), lambda e: 1).state_dict()
S.CosineAnnealingLR(mk(), 5).state_dict()
S.SequentialLR((oo:=mk()), [S.ConstantLR(oo), S.StepLR(oo,1)], [2]).state_dict()
with warnings.catch_warnings(record=True) as w: warnings.simplefilter('always'); o=mk(); s=S.StepLR(o,1); s.step(); print([str(x.message)[:80] for x in w])
with warnings.catch_warnings(record=True) as w: warnings.simplefilter('always'); o=mk(); s=S.StepLR(o,1); o.step(); s.step(3); print([str(x.message)[:80] for x in w], s.get_last_lr())
with warnings.catch_warnings(record=True) as w: warnings.simplefilter('always'); o=mk(); s=S.StepLR(o,1); o.step(); s.get_lr(); print([str(x.message)[:80] for x in w])
from torch.optim.swa_utils import AveragedModel, SWALR, update_bn
m = nn.Linear(1,1)
m.weight.data.fill_(1.)
am = AveragedModel(m)
am.update_parameters(m)
m.weight.data.fill_(3.)
am.update_parameters(m)
am.module.weight, am.n_averaged, am
sched(lambda o: SWALR(o, swa_lr=.05, anneal_epochs=3))
sched(lambda o: SWALR(o, swa_lr=.05, anneal_epochs=3, anneal_strategy='linear'))
ema = AveragedModel(m, avg_fn=lambda a, p, n: .9*a+.1*p)
ema.update_parameters(m)
m.weight.data.fill_(0.)
ema.update_parameters(m)
ema.module.weight
Optimizer
class My(Optimizer):
    def __init__(self, params, lr=.1): super().__init__(params, dict(lr=lr))
    @torch.no_grad()
    def step(self, closure=None):
        for g in self.param_groups:
            for p in g['params']:
                if p.grad is None: continue
                st = self.state[p]; st['n'] = st.get('n',0)+1; p.add_(p.grad, alpha=-g['lr'])
run(My)[0], run(My)[1], run(My)[1].state_dict()
sched(lambda o: S.StepLR(o,2))
SGD(P(1.), lr=.1, foreach=True), Adam(P(1.), foreach=False, capturable=False), SGD(P(1.), lr=tensor(.1)) if False else 0
from torch.nn.utils import *
ps = [nn.Parameter(tensor([3.,4.])), nn.Parameter(tensor([0.]))]
ps[0].grad = tensor([3.,4.])
ps[1].grad=tensor([12.])
clip_grad_norm_(ps, 6.5), ps[0].grad, ps[1].grad
clip_grad_norm_(ps, 1., norm_type=float('inf')), clip_grad_value_(ps, .1), ps[0].grad
ps[0].grad = tensor([float('nan'),1.])
clip_grad_norm_(ps, 1., error_if_nonfinite=True)
parameters_to_vector(ps), vector_to_parameters(tensor([1.,2.,3.]), ps), ps
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
