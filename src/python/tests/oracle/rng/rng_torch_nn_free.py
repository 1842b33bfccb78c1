import torch

torch.manual_seed(0)
w = torch.empty(3, 5)
print(torch.nn.init.xavier_uniform_(w), torch.nn.init.kaiming_normal_(w, nonlinearity='relu'), torch.nn.init.normal_(w, 0, 0.02), torch.nn.init.uniform_(w))
print(torch.nn.init.xavier_normal_(w), torch.nn.init.kaiming_uniform_(w, a=5 ** 0.5), torch.nn.init.trunc_normal_(w), torch.nn.init.constant_(w, 3)[0])
print(torch.nn.Linear(3, 2).weight, torch.nn.Linear(3, 2).bias, torch.nn.Embedding(3, 2).weight)
x = torch.randn(100)
idx = torch.randint(0, 100, (10,))
print(x[idx], x.mean(), x.std(), torch.randn(1000).mean(), torch.rand(1000).var())
