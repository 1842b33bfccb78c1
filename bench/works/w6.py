"""W6: an LSTM (2 layers, hidden 128) that predicts the next value of 16 series, sequence 50, batch 32, Adam."""
BATCH = 32
BATCHES = 4
STEPS = 4


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(16, 128, num_layers=2, batch_first=True)
        self.head = nn.Linear(128, 16)

    def forward(self, x):
        return self.head(self.lstm(x)[0])


X = spread(11, BATCH * BATCHES, 51, 16)
model = filled(Net())
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)


def step(i):
    optimizer.zero_grad()
    series = X[i * BATCH : (i + 1) * BATCH]
    loss = F.mse_loss(model(series[:, :-1]), series[:, 1:])
    loss.backward()
    optimizer.step()
    return loss.item()
