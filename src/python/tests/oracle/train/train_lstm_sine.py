import torch
import torch.nn as nn

torch.manual_seed(0)
t = torch.linspace(0, 12, 60)
data = torch.sin(t)
X = torch.stack([data[i:i + 10] for i in range(49)]).unsqueeze(-1)
Y = torch.stack([data[i + 10] for i in range(49)]).unsqueeze(-1)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, 8, num_layers=2, batch_first=True)
        self.fc = nn.Linear(8, 1)

    def forward(self, x):
        out, _ = self.lstm(x)
        return self.fc(out[:, -1])


net = Net()
opt = torch.optim.Adam(net.parameters(), lr=0.02)
for epoch in range(20):
    loss = nn.functional.mse_loss(net(X), Y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if epoch % 5 == 4:
        print(epoch, f'{loss.item():.5f}')
