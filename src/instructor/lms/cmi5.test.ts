/** Against a small record store on this machine that checks what cmi5 asks of statements. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCmi5, readLaunch } from './cmi5';

interface Statement {
  readonly id: string;
  readonly actor: unknown;
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
  readonly result?: {
    readonly score?: { readonly scaled: number };
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly duration: string;
  };
  readonly context: {
    readonly registration: string;
    readonly contextActivities: { readonly category: readonly { readonly id: string }[]; readonly grouping: unknown };
    readonly extensions: Readonly<Record<string, unknown>>;
  };
}

const registration = 'c1b1f0a2-7a52-4f3e-8c77-0d7f6f6f2a11';
const actor = { objectType: 'Agent', name: 'Hanako', account: { homePage: 'https://lms.example', name: 's1' } };
const session = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
let statements: Statement[] = [];
let state: string | null = null;
let server: Server;
let search = '';

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://store');
      const answer = (status: number, body = '') =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
      if (url.pathname === '/token') return answer(200, JSON.stringify({ 'auth-token': 'dG9rZW4=' }));
      const allowed =
        request.headers.authorization === 'Basic dG9rZW4=' && request.headers['x-experience-api-version'] === '1.0.3';
      if (!allowed) return answer(401);
      if (url.pathname === '/xapi/statements') {
        statements.push(JSON.parse(await bodyOf(request)) as Statement);
        return answer(200, '[]');
      }
      const sameAgent =
        url.searchParams.get('agent') === JSON.stringify(actor) &&
        url.searchParams.get('registration') === registration;
      if (url.pathname !== '/xapi/activities/state' || !sameAgent) return answer(404);
      if (url.searchParams.get('stateId') === 'LMS.LaunchData') {
        const contextTemplate = {
          contextActivities: { grouping: [{ id: 'urn:course' }] },
          extensions: { [session]: 'x1' },
        };
        return answer(
          200,
          JSON.stringify({ contextTemplate, masteryScore: 0.8, launchMode: 'Normal', moveOn: 'CompletedOrPassed' }),
        );
      }
      if (request.method === 'PUT') {
        state = await bodyOf(request);
        return answer(204);
      }
      return state === null ? answer(404) : answer(200, state);
    })();
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const store = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const query = {
    endpoint: `${store}/xapi`,
    fetch: `${store}/token`,
    actor: JSON.stringify(actor),
    registration,
    activityId: 'urn:unit',
  };
  search = `?${new URLSearchParams(query).toString()}`;
});
afterAll(() => server.close());
beforeEach(() => {
  statements = [];
  state = null;
});

const verbs = () => statements.map(({ verb }) => verb.id.split('/').at(-1));

test('a session says initialized, completed, passed and terminated, each once, in the context that the system gave', async () => {
  const launch = readLaunch(search);
  if (!launch) throw new Error('a launch');
  const lms = await openCmi5(launch);
  expect(lms.student).toBe('Hanako');
  expect(lms.learner).toBe('https://lms.example s1');
  expect(lms.suspended).toBeNull();
  // Enough for us, not for the system, whose mastery score is 0.8.
  expect(await lms.report({ score: 0.7, complete: false, passed: true, suspend: 'abc' })).toBe(true);
  expect(verbs()).toEqual(['initialized']);
  expect(await lms.report({ score: 0.9, complete: true, passed: true, suspend: 'abd' })).toBe(true);
  expect(await lms.report({ score: 1, complete: true, passed: true, suspend: 'abd' })).toBe(true);
  lms.end();
  await expect.poll(verbs).toEqual(['initialized', 'completed', 'passed', 'terminated']);
  for (const each of statements) {
    expect(each.actor).toEqual(actor);
    expect(each.object.id).toBe('urn:unit');
    expect(each.context.registration).toBe(registration);
    expect(each.context.extensions[session]).toBe('x1');
    expect(each.context.contextActivities.grouping).toEqual([{ id: 'urn:course' }]);
    expect(each.context.contextActivities.category[0]?.id).toBe('https://w3id.org/xapi/cmi5/context/categories/cmi5');
  }
  expect(new Set(statements.map(({ id }) => id)).size).toBe(4);
  const [initialized, completed, passed, terminated] = statements;
  expect(initialized?.result).toBeUndefined();
  expect(completed?.result?.completion).toBe(true);
  expect(completed?.result?.score).toBeUndefined();
  expect(passed?.result?.score).toEqual({ scaled: 0.9 });
  expect(passed?.result?.success).toBe(true);
  expect(passed?.context.extensions['https://w3id.org/xapi/cmi5/context/extensions/masteryscore']).toBe(0.8);
  expect(passed?.context.contextActivities.category.at(-1)?.id).toBe(
    'https://w3id.org/xapi/cmi5/context/categories/moveon',
  );
  expect(terminated?.result?.duration).toMatch(/^PT\d+\.\d\dS$/);
  expect((await openCmi5(launch)).suspended).toBe('abd');
});

test('a score below the mastery score fails once it is complete', async () => {
  const launch = readLaunch(search);
  if (!launch) throw new Error('a launch');
  const lms = await openCmi5(launch);
  await lms.report({ score: 0.5, complete: true, passed: false, suspend: '' });
  expect(verbs()).toEqual(['initialized', 'completed', 'failed']);
});

test('addresses that are no launch, and a store that refuses', async () => {
  expect(readLaunch('')).toBeNull();
  expect(readLaunch(search.replace('actor', 'act'))).toBeNull();
  expect(readLaunch(search.replace('http%3A', 'javascript%3A'))).toBeNull();
  const launch = readLaunch(search);
  if (!launch) throw new Error('a launch');
  await expect(openCmi5({ ...launch, fetch: launch.fetch.replace('token', 'none') })).rejects.toThrow('401');
});
