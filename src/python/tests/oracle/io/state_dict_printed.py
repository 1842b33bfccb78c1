"""A state_dict as it prints, and after copying, saving and loading."""
import copy
import io
import pickle

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
state = model.state_dict()
print(state)
print(type(state), type(state).__name__)
print(copy.deepcopy(state).keys())
buffer = io.BytesIO()
torch.save(state, buffer)
buffer.seek(0)
print(torch.load(buffer))
print(type(pickle.loads(pickle.dumps(state))).__name__)
print(nn.ReLU().state_dict())
