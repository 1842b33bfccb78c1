import { expect, test } from 'vitest';
import { readSubmission, writeSubmission } from './submission';
import type { Submission } from './submission';

const submission: Submission = {
  student: '山田 花子',
  assignment: 'week-3-x7k2',
  made: '2026-04-01T09:00:00.000Z',
  language: 'ja',
  answers: [
    {
      kind: 'exercise',
      slug: 'find-the-bugs',
      code: 'print("a <b")\n',
      attempts: [
        { at: '2026-04-01T08:50:00.000Z', claimed: { points: 2, of: 6 } },
        { at: '2026-04-01T08:59:00.000Z', claimed: null },
      ],
      hints: 1,
      sawSolution: false,
    },
    { kind: 'lesson', slug: 'keras', ran: 4, cells: 9 },
  ],
};

test('what is written is read, with the same hash for the same content', async () => {
  const text = await writeSubmission(submission);
  const read = await readSubmission(text);
  expect(read.submission).toEqual(submission);
  const again = await readSubmission(await writeSubmission({ ...submission }));
  expect(again.hash).toBe(read.hash);
});

test('the earliest attempts give way to the latest', async () => {
  const [first] = submission.answers;
  if (first?.kind !== 'exercise') throw new Error('an exercise stands first');
  const attempts = Array.from({ length: 300 }, (_, index) => ({
    at: `2026-04-01T08:50:00.${String(index).padStart(3, '0')}Z`,
    claimed: null,
  }));
  const read = await readSubmission(await writeSubmission({ ...submission, answers: [{ ...first, attempts }] }));
  const [answer] = read.submission.answers;
  expect(answer?.kind === 'exercise' && answer.attempts.length).toBe(200);
  expect(answer?.kind === 'exercise' && answer.attempts.at(-1)?.at).toContain('.299Z');
});

const changed = async (change: (fields: Record<string, unknown>) => void): Promise<string> => {
  const fields = JSON.parse(await writeSubmission(submission)) as Record<string, unknown>;
  change(fields);
  return JSON.stringify(fields);
};
const answer = (fields: Record<string, unknown>) => (fields['answers'] as Record<string, unknown>[])[0] ?? {};

test.each<[string, string, (fields: Record<string, unknown>) => void]>([
  [
    'a changed score',
    'hash',
    (fields) =>
      ((answer(fields)['attempts'] as { claimed: unknown }[])[0] = { at: submission.made, claimed: null } as never),
  ],
  ['a changed answer', 'hash', (fields) => (answer(fields)['code'] = 'print(2)')],
  ['a changed name', 'hash', (fields) => (fields['student'] = 'somebody else')],
  ['another version', 'version', (fields) => (fields['version'] = 2)],
  ['an unknown field', 'admin', (fields) => (fields['admin'] = true)],
  ['a field of the language itself', 'answers[0].constructor', (fields) => (answer(fields)['constructor'] = 1)],
  ['code that is no text', 'answers[0].code', (fields) => (answer(fields)['code'] = ['x'])],
  ['code beyond the limit', 'answers[0].code', (fields) => (answer(fields)['code'] = 'x'.repeat(100_001))],
  ['a slug that climbs', 'answers[0].slug', (fields) => (answer(fields)['slug'] = '../../etc/passwd')],
  ['a name of two lines', 'student', (fields) => (fields['student'] = 'a\nb')],
  ['a name that turns around', 'student', (fields) => (fields['student'] = 'a\u202egnp')],
  ['two answers to one exercise', 'answers', (fields) => (fields['answers'] as unknown[]).push(answer(fields))],
  ['too many answers', 'answers', (fields) => (fields['answers'] = Array.from({ length: 101 }, () => answer(fields)))],
])('%s is refused at %s', async (_what, place, change) => {
  await expect(readSubmission(await changed(change))).rejects.toMatchObject({ name: 'FormatError', place });
});

test('what is no JSON, or too much of it, is refused', async () => {
  await expect(readSubmission('PK\u0003\u0004')).rejects.toThrow('expected JSON');
  await expect(readSubmission(`"${'x'.repeat(2_000_000)}"`)).rejects.toMatchObject({ place: '' });
});

test('a field named __proto__ changes nothing and is refused', async () => {
  const text = (await writeSubmission(submission)).replace('"student"', '"__proto__": {"student": "x"}, "student"');
  await expect(readSubmission(text)).rejects.toMatchObject({ place: '__proto__' });
});
