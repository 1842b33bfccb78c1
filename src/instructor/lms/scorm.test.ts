/** Against scorm-again, an implementation of both runtimes that systems use. */
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { beforeEach, expect, test } from 'vitest';
import { findScorm } from './find';
import { Reporter } from './reporter';
import { packSuspended, unpackSuspended } from './suspend';
import type { SuspendedAnswer } from './suspend';

/** A page in a frame of the system's page. */
function framed(apis: object): Pick<Window, 'parent' | 'opener'> {
  const top: Record<string, unknown> = { ...apis, opener: null };
  top['parent'] = top;
  const middle = { parent: top, opener: null };
  return { parent: middle, opener: null } as never;
}

const answers: readonly SuspendedAnswer[] = [
  { slug: 'one', points: 3, of: 6, attempts: 2, hints: 1, code: 'print("a <b")\n' },
  { slug: 'two', points: 0, of: 10, attempts: 0, hints: 0, code: null },
];

const settings = { autocommit: false, logLevel: 5 } as const;
let suspend = '';
beforeEach(async () => {
  suspend = await packSuspended(answers);
});

test('SCORM 1.2: score, status and suspended work reach the system, and come back', async () => {
  const api = new Scorm12API(settings);
  api.cmi.core.student_name = 'Yamada, Hanako';
  const session = findScorm(framed({ API: api }));
  expect(session?.standard).toBe('SCORM 1.2');
  expect(session?.student).toBe('Yamada, Hanako');
  expect(session?.suspended).toBeNull();
  expect(api.cmi.core.lesson_status).toBe('incomplete');
  expect(await session?.report({ score: 0.4567, complete: false, passed: null, suspend })).toBe(true);
  expect([api.cmi.core.score.raw, api.cmi.core.score.max, api.cmi.core.lesson_status]).toEqual([
    '46',
    '100',
    'incomplete',
  ]);
  expect(await session?.report({ score: 0.9, complete: true, passed: true, suspend })).toBe(true);
  expect(api.cmi.core.lesson_status).toBe('passed');
  session?.end();
  expect(api.isTerminated()).toBe(true);
  expect(await session?.report({ score: 1, complete: true, passed: true, suspend })).toBe(false);

  const second = new Scorm12API(settings);
  second.cmi.suspend_data = api.cmi.suspend_data;
  const again = findScorm(framed({ API: second }));
  expect(await unpackSuspended(again?.suspended ?? '')).toEqual(answers);
});

test('SCORM 2004: scaled score, completion and success', async () => {
  const api = new Scorm2004API(settings);
  api.cmi.learner_name = 'Hanako';
  const session = findScorm(framed({ API_1484_11: api, API: new Scorm12API(settings) }));
  expect(session?.standard).toBe('SCORM 2004');
  expect(session?.student).toBe('Hanako');
  expect(await session?.report({ score: 0.5, complete: true, passed: false, suspend })).toBe(true);
  expect([api.cmi.score.scaled, api.cmi.completion_status, api.cmi.success_status]).toEqual([
    '0.5',
    'completed',
    'failed',
  ]);
  expect(await unpackSuspended(api.cmi.suspend_data)).toEqual(answers);
  session?.end();
  expect(api.isTerminated()).toBe(true);
});

test("what waits to be told is told before the page ends the session; the system's id says whose work it is", async () => {
  const api = new Scorm12API(settings);
  api.cmi.core.student_id = 's-17';
  const session = findScorm(framed({ API: api }));
  if (!session) throw new Error('a session');
  expect(session.learner).toBe('s-17');
  const told: boolean[] = [];
  let score = 0.2;
  const reporter = new Reporter({
    session,
    content: async () => ({ score, complete: false, passed: null, suspend }),
    onTold: (taken) => told.push(taken),
    delayMs: 60_000,
  });
  const first = reporter.changed();
  score = 0.7;
  await Promise.all([first, reporter.changed()]);
  expect(api.cmi.core.score.raw).toBe('');
  reporter.flush();
  session.end();
  expect([api.cmi.core.score.raw, api.cmi.suspend_data]).toEqual(['70', suspend]);
  await expect.poll(() => told).toEqual([true]);
  const api2004 = new Scorm2004API(settings);
  api2004.cmi.learner_id = 's-18';
  expect(findScorm(framed({ API_1484_11: api2004 }))?.learner).toBe('s-18');
});

test('what is longer than 4,096 characters is never given to a system; the code of the largest answer is left out', async () => {
  const noise = Array.from({ length: 3000 }, (_, index) => Math.sin(index).toString(36).slice(4, 10)).join('\n');
  const large = [...answers, { slug: 'large', points: 1, of: 1, attempts: 1, hints: 0, code: noise }];
  const packed = await packSuspended(large);
  expect(packed.length).toBeLessThanOrEqual(4096);
  const back = await unpackSuspended(packed);
  expect(back?.map(({ code }) => code)).toEqual(['print("a <b")\n', null, null]);
  expect(back?.[2]?.points).toBe(1);
  const api = new Scorm12API(settings);
  const session = findScorm(framed({ API: api }));
  expect(await session?.report({ score: 1, complete: true, passed: true, suspend: 'x'.repeat(4097) })).toBe(false);
  expect(api.cmi.suspend_data).toBe('');
  expect(await session?.report({ score: 1, complete: true, passed: true, suspend: packed })).toBe(true);
});

test('data of other packages is no suspended work', async () => {
  expect(await unpackSuspended('')).toBeNull();
  expect(await unpackSuspended('bookmark=3')).toBeNull();
});

test('without a system there is no session; windows of other origins are passed by', () => {
  const alone: { parent: unknown; opener: null } = { parent: null, opener: null };
  alone.parent = alone;
  expect(findScorm(alone as never)).toBeNull();
  const foreign = {
    opener: null,
    get API(): never {
      throw new DOMException('Blocked', 'SecurityError');
    },
    get parent() {
      return foreign;
    },
  };
  expect(findScorm({ parent: foreign, opener: null } as never)).toBeNull();
});
