import { beforeEach, expect, it, vi } from 'vitest';
import { Interrupts } from './interrupts';

const TICK = 10;
let time = 0;
let polls: number[] = [];
let behind: Promise<unknown> | null = null;
let interrupts: Interrupts;
const poll = (): number => interrupts.buffer[0];

beforeEach(() => {
  time = 1000;
  polls = [];
  behind = null;
  interrupts = new Interrupts(
    () => time,
    (now) => polls.push(now),
    () => behind,
  );
});

it('ticks only while a cell runs, once in 50 ms', () => {
  time += 1000;
  expect(poll()).toBe(0);
  interrupts.begin();
  expect(poll()).toBe(0);
  time += 51;
  expect(poll()).toBe(TICK);
  expect(poll()).toBe(0);
  interrupts.resume();
  time += 51;
  expect(poll()).toBe(TICK);
  interrupts.end();
  time += 51;
  expect(poll()).toBe(0);
});

it('lets output out at every poll', () => {
  interrupts.begin();
  time += 5;
  poll();
  expect(polls).toEqual([1005]);
});

it('never raises inside a pause', async () => {
  interrupts.begin();
  time += 60;
  expect(poll()).toBe(TICK);
  const pause = interrupts.pause();
  time += 60;
  expect(poll()).toBe(0);
  await pause;
  interrupts.resume();
  time += 60;
  expect(poll()).toBe(TICK);
});

it('waits in a pause for what is behind, until a stop', async () => {
  let catchUp: (value: unknown) => void = () => {};
  const ended: string[] = [];
  interrupts.begin();
  behind = new Promise((resolve) => (catchUp = resolve));
  const first = interrupts.pause().then(() => ended.push('caught up'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ended).toEqual([]);
  catchUp(null);
  await first;
  behind = new Promise(() => {});
  const second = interrupts.pause().then(() => ended.push('stopped'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  interrupts.request();
  await second;
  expect(ended).toEqual(['caught up', 'stopped']);
});

it('is silent while held', () => {
  interrupts.begin();
  time += 60;
  interrupts.hold(true);
  expect(poll()).toBe(0);
  interrupts.hold(false);
  expect(poll()).toBe(TICK);
});

it('hands a stop request out once, and forgets it with its cell', () => {
  interrupts.begin();
  interrupts.request();
  expect(interrupts.takeStop()).toBe(true);
  expect(interrupts.takeStop()).toBe(false);
  interrupts.request();
  interrupts.begin();
  expect(interrupts.takeStop()).toBe(false);
});

it('a stop ends a sleep and a question at once', async () => {
  vi.useFakeTimers();
  const sleep = interrupts.sleep(60_000);
  interrupts.request();
  await sleep;
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  const question = interrupts.waitFor<string>(() => {});
  interrupts.request();
  expect(await question).toBeUndefined();
});

it('an answer reaches its question, and one that comes too late does nothing', async () => {
  let deliver: (text: string) => void = () => {};
  const question = interrupts.waitFor<string>((give) => (deliver = give));
  deliver('42');
  expect(await question).toBe('42');
  deliver('43');
  interrupts.request();
  expect(interrupts.takeStop()).toBe(true);
});
