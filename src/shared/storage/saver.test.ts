import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSaver } from './saver';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('changes without a pause are saved too, and each change once', async () => {
  let saves = 0;
  const saver = createSaver(async () => void (saves += 1));
  for (let index = 0; index < 30; index += 1) {
    saver.soon();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(saves).toBe(1);
  await vi.advanceTimersByTimeAsync(400);
  expect(saves).toBe(2);
  await saver.now();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saves).toBe(2);
});

test('one save ends before the next begins; a failed one does not stop the next', async () => {
  const events: string[] = [];
  const saver = createSaver(async () => {
    events.push('begin');
    await new Promise((resolve) => setTimeout(resolve, 50));
    events.push('end');
    if (events.length === 2) throw new Error('lost');
  });
  saver.soon();
  void saver.now();
  saver.soon();
  void saver.now();
  await vi.advanceTimersByTimeAsync(200);
  expect(events).toEqual(['begin', 'end', 'begin', 'end']);
});
