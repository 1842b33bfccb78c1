import torch


def attempt(name, f):
    try:
        print(name, 'ok', f())
    except Exception as e:
        print(name, type(e).__name__ + ':', str(e).split('\n')[0])


def nan_grad():
    x = torch.tensor([-1.0, 4.0], requires_grad=True)
    y = torch.sqrt(x).sum()
    y.backward()
    return x.grad


attempt('off', nan_grad)
with torch.autograd.detect_anomaly():
    attempt('on', nan_grad)
attempt('off again', nan_grad)
with torch.autograd.set_detect_anomaly(True):
    attempt('set', nan_grad)
x = torch.tensor([0.0, 1.0], requires_grad=True)
y = torch.where(x > 0, x.log(), torch.zeros(2))
y.sum().backward()
print(x.grad)
