/**
 * `node bench/memory.mjs`: the most memory that the browser's processes have taken when a CNN (W3's) has been trained for an epoch of MNIST's
 * first 10,000 images on the cpu device. Reads /proc, so Linux only.
 */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumArgs, findBrowser } from '../scripts/browser.mjs';
import * as ours from './contenders/ours.mjs';

const EPOCH = `
from torchvision import datasets, transforms
from torch.utils.data import DataLoader
mnist = datasets.MNIST("data", train=True, download=True, transform=transforms.ToTensor())
optimizer = torch.optim.Adam(model.parameters())
for images, labels in DataLoader(mnist, batch_size=64, shuffle=True):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(images), labels)
    loss.backward()
    optimizer.step()
import bridge
print(f"{len(mnist)} images, loss {loss.item():.3f}; memory of Python and tensors: {bridge.memory_bytes() / 2**20:.0f} MB")
`;

const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: chromiumArgs({ gpu: 'none' }) });
try {
  const instance = await ours.start({ browser, work: 'w3' });
  if (instance === null) throw new Error('the cpu device is not here');
  process.stdout.write(await instance.run(EPOCH));
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    console.log(`${type} process: peak ${Math.round(Number(peak) / 1024)} MB`);
  }
  await instance.stop();
} finally {
  await browser.close();
}
