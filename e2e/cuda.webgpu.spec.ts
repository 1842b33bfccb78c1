/**
 * The cuda device in the built site, on Chromium's software WebGPU: the same training on both devices, what the device
 * says about itself, and what the reader gets when the GPU is lost.
 */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

interface Report {
  readonly outcome: string;
  readonly outputs: readonly { readonly kind: string; readonly text?: string; readonly traceback?: string }[];
}
interface DeviceStatus {
  readonly active: string;
  readonly adapter: string | null;
  readonly software: boolean;
  readonly reason: string | null;
}
interface Session {
  run(options: { label: string; code: string }): Promise<Report>;
  interrupt(): void;
  ready(): Promise<{ readonly phase: string; readonly device: DeviceStatus | null }>;
}
interface RunnerWindow {
  runner: { open(options: { device: 'auto' | 'gpu' | 'cpu'; standby: boolean }): Session; sessions: Session[] };
}

const TRAINING = `
import torch
from torch import nn

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
torch.manual_seed(3)
model = nn.Sequential(nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 16), nn.Tanh(), nn.Linear(16, 4)).to(device)
inputs, labels = torch.randn(96, 20), torch.randint(0, 4, (96,))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for epoch in range(4):
    for start in range(0, 96, 32):
        x, y = inputs[start:start + 32].to(device), labels[start:start + 32].to(device)
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        print("loss", loss.item())
with torch.no_grad():
    right = (model(inputs.to(device)).argmax(dim=1) == labels.to(device)).sum()
print("device", next(model.parameters()).device)
print("right", right.item())
`;

/** attempt(call) prints what it gives, or the first line of its error. */
const ATTEMPT = `
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0])
`;

/** Steps after the first ten compile no shader and take no memory; one submit and one read serve a step. */
const STEADY = `
import bridge
import torch
from torch import nn

device = torch.device("cuda")
model = nn.Sequential(nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 4)).to(device)
optimizer = torch.optim.Adam(model.parameters())
x, y = torch.randn(32, 20, device=device), torch.randint(0, 4, (32,), device=device)

def step():
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()

def counters():
    names = ["gpu_bytes", "gpu_buffers", "gpu_shaders", "gpu_submits", "gpu_reads", "gpu_dispatches"]
    return [getattr(bridge, name)() for name in names]

for _ in range(10):
    step()
before = counters()
for _ in range(20):
    step()
print("grown", *[int(b - a) for a, b in zip(before, counters())])
`;

async function openKernel(page: Page, device: 'auto' | 'gpu' | 'cpu'): Promise<DeviceStatus | null> {
  const status = await page.evaluate(
    (wanted) => (window as unknown as RunnerWindow).runner.open({ device: wanted, standby: false }).ready(),
    device,
  );
  expect(status.phase).toBe('idle');
  return status.device;
}

async function run(page: Page, code: string): Promise<string> {
  const report = await page.evaluate((given) => {
    const session = (window as unknown as RunnerWindow).runner.sessions.at(-1);
    if (!session) throw new Error('no kernel');
    return session.run({ label: 'cell', code: given });
  }, code);
  expect(report.outputs.find(({ kind }) => kind === 'error')?.traceback ?? '').toBe('');
  expect(report.outcome).toBe('ok');
  return report.outputs.map(({ text = '' }) => text).join('');
}

const numbersAfter = (text: string, word: string): number[] =>
  [...text.matchAll(new RegExp(`^${word} (.+)$`, 'gm'))].map((match) => Number(match[1]));

test.beforeEach(async ({ page }) => {
  await page.goto('./runner.html');
  await page.waitForFunction(() => 'runner' in window);
});

test('training on cuda gives the losses of the cpu', async ({ page }) => {
  expect(await openKernel(page, 'cpu')).toMatchObject({ active: 'cpu', reason: 'switched-off' });
  const onCpu = await run(page, TRAINING);
  expect(await openKernel(page, 'gpu')).toMatchObject({ active: 'cuda', software: true, reason: null });
  const onCuda = await run(page, TRAINING);

  expect(onCpu).toContain('device cpu');
  expect(onCuda).toContain('device cuda:0');
  const [expected, actual] = [numbersAfter(onCpu, 'loss'), numbersAfter(onCuda, 'loss')];
  expect(expected).toHaveLength(12);
  expect(actual).toHaveLength(12);
  expected.forEach((loss, step) => expect(Math.abs((actual[step] as number) - loss)).toBeLessThan(1e-4));
  // It learns: these are not twelve times the same number.
  expect(expected.at(-1)).toBeLessThan((expected[0] as number) - 0.05);
  expect(numbersAfter(onCuda, 'right')).toEqual(numbersAfter(onCpu, 'right'));
});

test('auto does not take a software adapter for a GPU', async ({ page }) => {
  expect(await openKernel(page, 'auto')).toMatchObject({ active: 'cpu', reason: 'software-adapter' });
  expect(await run(page, 'import torch\nprint(torch.cuda.is_available(), torch.cuda.device_count())')).toBe(
    'False 0\n',
  );
});

test('a steady step compiles nothing, grows nothing, and waits once', async ({ page }) => {
  await openKernel(page, 'gpu');
  const grown =
    (await run(page, STEADY))
      .match(/^grown (.+)$/m)?.[1]
      ?.split(' ')
      .map(Number) ?? [];
  const [bytes, buffers, shaders, submits, reads, dispatches] = grown;
  expect([bytes, buffers, shaders]).toEqual([0, 0, 0]);
  expect([submits, reads]).toEqual([20, 20]);
  expect((dispatches as number) / 20).toBeLessThanOrEqual(11);
});

test('errors name the way out', async ({ page }) => {
  await openKernel(page, 'gpu');
  const text = await run(
    page,
    `
import torch
${ATTEMPT}
attempt(lambda: torch.zeros(2, dtype=torch.float64, device="cuda"))
attempt(lambda: torch.ones(2, device="cuda") + torch.ones(2))
attempt(lambda: torch.tensor([2 ** 40], device="cuda"))
table = torch.zeros(3, 2, device="cuda")
attempt(lambda: torch.nn.functional.embedding(torch.tensor([5], device="cuda"), table).cpu())
print(table.sum().item(), torch.cuda.get_device_name(0) != "")
`,
  );
  expect(text.split('\n').slice(0, 5)).toEqual([
    "TypeError Cannot convert a float64 Tensor to the GPU as WebGPU doesn't support float64. Please use float32 instead.",
    'RuntimeError Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!',
    expect.stringContaining('RuntimeError value 1099511627776 does not fit a tensor on the GPU'),
    'RuntimeError CUDA error: device-side assert triggered: index 5 is out of range',
    '0.0 True',
  ]);
});

test('operands on two devices are refused in the words of PyTorch', async ({ page }) => {
  await openKernel(page, 'gpu');
  const text = await run(
    page,
    `
import torch
from torch import nn
from torch.nn import functional as F
${ATTEMPT}
x, g, labels = torch.ones(2, 3), torch.ones(2, 3, device="cuda"), torch.tensor([0, 1])
attempt(lambda: nn.Linear(3, 4).cuda()(x))
attempt(lambda: nn.Linear(3, 4)(g))
attempt(lambda: nn.Conv2d(1, 1, 2).cuda()(torch.ones(1, 1, 3, 3)))
attempt(lambda: nn.Conv2d(1, 1, 2)(torch.ones(1, 1, 3, 3, device="cuda")))
attempt(lambda: nn.Embedding(3, 2).cuda()(labels))
attempt(lambda: F.cross_entropy(g, labels))
attempt(lambda: F.cross_entropy(x, labels.cuda()))
attempt(lambda: x.masked_fill(g > 0, 0.0))
attempt(lambda: x[labels.cuda()])
attempt(lambda: torch.gather(g, 1, torch.zeros(2, 1, dtype=torch.int64)))
attempt(lambda: torch.where(x > 0, g, g))
print(g[:, labels].device, torch.where(g > 0, g, torch.tensor(0.0)).device)
`,
  );
  const two = (first: string, second: string, where = '') =>
    `RuntimeError Expected all tensors to be on the same device, but found at least two devices, ${first} and ${second}!${where}`;
  const argument = (name: string, method: string) =>
    ` (when checking argument for argument ${name} in method ${method})`;
  expect(text.trimEnd().split('\n')).toEqual([
    two('cuda:0', 'cpu', argument('mat1', 'wrapper_CUDA_addmm')),
    two('cpu', 'cuda:0', argument('mat1', 'wrapper_CUDA_addmm')),
    'RuntimeError Input type (torch.FloatTensor) and weight type (torch.cuda.FloatTensor) should be the same or input should be a MKLDNN tensor and weight is a dense tensor',
    'RuntimeError Input type (torch.cuda.FloatTensor) and weight type (torch.FloatTensor) should be the same',
    two('cuda:0', 'cpu', argument('index', 'wrapper_CUDA__index_select')),
    two('cuda:0', 'cpu', argument('target', 'wrapper_CUDA_nll_loss_forward')),
    two('cpu', 'cuda:0', argument('target', 'wrapper_CUDA_nll_loss_forward')),
    'RuntimeError expected self and mask to be on the same device, but got mask on cuda:0 and self on cpu',
    'RuntimeError indices should be either on cpu or on the same device as the indexed tensor (cpu)',
    two('cuda:0', 'cpu'),
    two('cuda:0', 'cpu'),
    'cuda:0 cuda:0',
  ]);
});

test('Keras computes on the GPU by itself, tf.data and float64 on the cpu', async ({ page }) => {
  await openKernel(page, 'gpu');
  const text = await run(
    page,
    `
import numpy as np
import tensorflow as tf
from tensorflow import keras
print(len(tf.config.list_physical_devices("GPU")), tf.constant([1.0, 2.0]).device[-5:], tf.constant([1.0], tf.float64).device[-5:])
with tf.device("/CPU:0"):
    aside = tf.constant([3.0, 4.0])
print(aside.device[-5:], (aside + tf.constant([1.0, 2.0])).numpy(), tf.cast(tf.constant([1.5], tf.float64), tf.float32).device[-5:])
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="tanh"), keras.layers.Dense(1)])
model.set_weights([np.cos(np.arange(w.size)).reshape(w.shape) for w in model.get_weights()])
model.compile(keras.optimizers.SGD(0.1), "mse", metrics=["mae"])
x = np.linspace(-1, 1, 16).reshape(8, 2)
data = tf.data.Dataset.from_tensor_slices((x.astype("float32"), x[:, :1])).map(lambda a, b: (a * 2, b)).batch(4)
history = model.fit(data, epochs=2, verbose=0)
print(model.weights[0].value.device[-5:], [round(float(each), 4) for each in history.history["loss"]])
with tf.device("/CPU:0"):
    again = keras.models.clone_model(model)
print(again.weights[0].value.device[-5:], keras.losses.sparse_categorical_crossentropy(np.array([1]), np.array([[0.25, 0.75]])).numpy().round(4))
`,
  );
  expect(text.trimEnd().split('\n')).toEqual([
    '1 GPU:0 CPU:0',
    'CPU:0 [4. 6.] GPU:0',
    'GPU:0 [3.6837, 0.2799]',
    'CPU:0 [0.2877]',
  ]);
});

test('a loop without reads stops at once and leaves no long queue behind', async ({ page }) => {
  await openKernel(page, 'gpu');
  await run(page, 'import torch, time\na = torch.randn(96, 96, device="cuda")\n(a @ a).sum().item()');
  const { outcome, waitedMs } = await page.evaluate(async () => {
    const session = (window as unknown as RunnerWindow).runner.sessions.at(-1);
    if (!session) throw new Error('no kernel');
    const looping = session.run({ label: 'loop', code: 'b = a\nwhile True: b = torch.tanh(a @ b)' });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const begun = performance.now();
    session.interrupt();
    const { outcome: how } = await looping;
    await session.run({ label: 'read', code: 'b.sum().item()' });
    return { outcome: how, waitedMs: performance.now() - begun };
  });
  expect(outcome).toBe('interrupted');
  expect(waitedMs).toBeLessThan(10_000);
});

test('hooks and custom functions read values in the middle of a backward pass', async ({ page }) => {
  await openKernel(page, 'gpu');
  const printed = await run(
    page,
    `import torch

class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        print("backward", g.sum().item())
        return g * 2

x = torch.tensor([1.0, 2.0], device="cuda", requires_grad=True)
y = Scale.apply(x)
y.register_hook(lambda g: print("hook", g.tolist()))
(y * y).sum().backward()
print("grad", x.grad.tolist())`,
  );
  expect(printed).toBe('hook [4.0, 8.0]\nbackward 12.0\ngrad [8.0, 16.0]\n');
});
