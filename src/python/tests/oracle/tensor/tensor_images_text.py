import torch
import torch.nn.functional as F

img = torch.arange(48.0).reshape(1, 3, 4, 4)
print(img[:, 0].shape, img.permute(0, 2, 3, 1).shape, img.mean(dim=(2, 3)), img[0].flip(2)[0, 0], img[..., 1:3, 1:3].shape, img.amax((0, 2, 3)), img.flatten(1).shape, img.reshape(1, 3, -1).mean(-1))
print(F.pad(img, (1, 1, 1, 1)).shape, F.interpolate(img, scale_factor=2).shape, F.max_pool2d(img, 2), F.avg_pool2d(img, 2)[0, 0], F.unfold(img, 2, stride=2).shape, img.unfold(2, 2, 2).unfold(3, 2, 2).shape)
text = 'hello world'
chars = sorted(set(text))
stoi = {c: i for i, c in enumerate(chars)}
ids = torch.tensor([stoi[c] for c in text])
print(ids, F.one_hot(ids, len(chars)).sum(0), torch.bincount(ids), ''.join(chars[i] for i in ids), ''.join(chars[i] for i in ids.tolist()), [chars[i.item()] for i in ids[:3]])
counts = torch.zeros((len(chars), len(chars)), dtype=torch.int32)
for a, b in zip(text, text[1:]):
    counts[stoi[a], stoi[b]] += 1
print(counts, counts.sum(1), counts[0, 1].item())
p = (counts + 1).float()
p /= p.sum(1, keepdim=True)
print(p[0], p.log()[1], p[torch.arange(3), torch.tensor([1, 2, 0])], p.sum(1))
T = 4
mask = torch.tril(torch.ones(T, T))
scores = torch.arange(16.0).view(T, T) / 10
print(scores.masked_fill(mask == 0, float('-inf')), F.softmax(scores.masked_fill(mask == 0, float('-inf')), dim=-1), mask.bool(), torch.triu(torch.full((T, T), float('-inf')), diagonal=1))
q = torch.arange(24.0).view(2, 3, 4) / 10
att = (q @ q.transpose(-2, -1)) / 4 ** 0.5
print(att.shape, att[0], F.softmax(att, -1)[1], (F.softmax(att, -1) @ q).shape, q.view(2, 3, 2, 2).transpose(1, 2).shape, q.view(2, 3, 2, 2).transpose(1, 2).contiguous().view(2, 2, 6)[0, 0])
pos = torch.arange(5).unsqueeze(1) * torch.exp(torch.arange(0, 4, 2) * (-torch.log(torch.tensor(10000.0)) / 4))
pe = torch.zeros(5, 4)
pe[:, 0::2], pe[:, 1::2] = torch.sin(pos), torch.cos(pos)
print(pe)
xs = [torch.tensor([1, 2, 3]), torch.tensor([4])]
print(torch.nn.utils.rnn.pad_sequence(xs, batch_first=True), [len(x) for x in xs], torch.tensor([len(x) for x in xs]).max())
logits = torch.tensor([[2.0, 0.5, 0.1], [0.3, 2.2, 0.2]])
target = torch.tensor([0, 2])
print(F.cross_entropy(logits, target), F.nll_loss(F.log_softmax(logits, 1), target), -torch.log(F.softmax(logits, 1)[range(2), target]).mean(), (logits.argmax(1) == target).float().mean(), logits.softmax(1).topk(2))
print(F.mse_loss(logits[0], logits[1]), F.l1_loss(logits[0], logits[1]), F.binary_cross_entropy_with_logits(logits, torch.ones(2, 3)), F.kl_div(F.log_softmax(logits, 1), F.softmax(logits.flip(0), 1), reduction='batchmean'), F.cosine_similarity(logits[0], logits[1], dim=0))
