/** A session with a record store by cmi5 (quartz): a profile of xAPI 1.0.3. The launch address says where the store is. */
import { fields } from '../../protocol/primitives';
import { asDecimal } from './lms';
import type { LmsReport, LmsSession } from './lms';

const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const;
type Verb = keyof typeof VERBS;

const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const MASTERY_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
/** The activity state in which `suspend` is kept. */
const STATE = 'torch-playground';

type JsonObject = Readonly<Record<string, unknown>>;

export interface Cmi5Launch {
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: JsonObject;
  readonly activityId: string;
  readonly registration: string;
}

/** Null when the address has not all five parameters of a launch. */
export function readLaunch(search: string): Cmi5Launch | null {
  const parameters = new URLSearchParams(search);
  const [endpoint, fetchUrl, activityId, registration] = ['endpoint', 'fetch', 'activityId', 'registration'].map(
    (name) => parameters.get(name),
  );
  if (!endpoint || !fetchUrl || !activityId || !registration) return null;
  try {
    if (!['http:', 'https:'].includes(new URL(endpoint).protocol)) return null;
    if (!['http:', 'https:'].includes(new URL(fetchUrl).protocol)) return null;
    const actor = fields(JSON.parse(parameters.get('actor') ?? 'null') as unknown);
    return actor && { endpoint: endpoint.replace(/\/*$/, '/'), fetch: fetchUrl, actor, activityId, registration };
  } catch {
    return null;
  }
}

/** The account of the actor, which cmi5 asks for; some systems give a mail address instead. */
export function learnerOf({ actor }: Cmi5Launch): string | null {
  const account = fields(actor['account']);
  const parts = account ? [account['homePage'], account['name']] : [actor['mbox']];
  return parts.every((part) => typeof part === 'string' && part !== '') ? parts.join(' ') : null;
}

interface Course {
  readonly contextTemplate: JsonObject;
  readonly masteryScore: number | null;
}

export interface StatementOptions {
  readonly launch: Cmi5Launch;
  readonly course: Course;
  readonly score: number | null;
  readonly elapsedMs: number;
  readonly now: Date;
}

/** One statement: the template of the system with what cmi5 adds (sections 9.3 to 9.6 of the specification). */
export function statement(verb: Verb, { launch, course, score, elapsedMs, now }: StatementOptions): JsonObject {
  const judged = verb === 'passed' || verb === 'failed';
  const moves = judged || verb === 'completed';
  const template = course.contextTemplate;
  const activities = fields(template['contextActivities']) ?? {};
  const categories = Array.isArray(activities['category']) ? (activities['category'] as unknown[]) : [];
  const extra = [CMI5_CATEGORY, ...(moves ? [MOVE_ON_CATEGORY] : [])].map((id) => ({ id }));
  const result = {
    ...(judged && score !== null && { score: { scaled: Number(asDecimal(score)) }, success: verb === 'passed' }),
    ...(verb === 'completed' && { completion: true }),
    ...(verb !== 'initialized' && { duration: `PT${(Math.max(0, elapsedMs) / 1000).toFixed(2)}S` }),
  };
  const masteryScore = judged && course.masteryScore !== null ? { [MASTERY_EXTENSION]: course.masteryScore } : {};
  return {
    id: crypto.randomUUID(),
    actor: launch.actor,
    verb: { id: VERBS[verb], display: { 'en-US': verb } },
    object: { objectType: 'Activity', id: launch.activityId },
    ...(verb !== 'initialized' && { result }),
    context: {
      ...template,
      registration: launch.registration,
      contextActivities: { ...activities, category: [...categories, ...extra] },
      extensions: { ...fields(template['extensions']), ...masteryScore },
    },
    timestamp: now.toISOString(),
  };
}

/** @throws when the store refuses the session or cannot be reached */
export async function openCmi5(launch: Cmi5Launch): Promise<LmsSession> {
  const started = Date.now();
  const token = await requestToken(launch.fetch);
  const headers = { Authorization: `Basic ${token}`, 'X-Experience-API-Version': '1.0.3' };
  const address = (resource: string, stateId: string): string => {
    const { actor, activityId, registration } = launch;
    const query = new URLSearchParams({ stateId, activityId, agent: JSON.stringify(actor), registration });
    return `${launch.endpoint}${resource}?${query.toString()}`;
  };
  const data = fields(await (await ok(fetch(address('activities/state', 'LMS.LaunchData'), { headers }))).json()) ?? {};
  const mastery = data['masteryScore'];
  const course: Course = {
    contextTemplate: fields(data['contextTemplate']) ?? {},
    masteryScore: typeof mastery === 'number' ? mastery : null,
  };
  const kept = await fetch(address('activities/state', STATE), { headers });
  const suspended = kept.ok ? await kept.text() : null;
  let score: number | null = null;
  const send = async (verb: Verb, keepalive = false): Promise<void> => {
    const body = JSON.stringify(
      statement(verb, { launch, course, score, elapsedMs: Date.now() - started, now: new Date() }),
    );
    const json = { ...headers, 'Content-Type': 'application/json' };
    await ok(fetch(`${launch.endpoint}statements`, { method: 'POST', headers: json, body, keepalive }));
  };
  await send('initialized');
  const name = launch.actor['name'];
  /** Each is said once in a session. */
  const said = new Set<Verb>();
  let open = true;
  // While a request is on its way the session may end; nothing may follow `terminated`.
  const hasEnded = (): boolean => !open;
  return {
    standard: 'cmi5',
    student: typeof name === 'string' ? name : null,
    learner: learnerOf(launch),
    suspended,
    async report(report: LmsReport) {
      if (!open) return false;
      score = report.score;
      const { masteryScore } = course;
      // The system's own mark stands above ours.
      const passed = report.passed === null ? null : masteryScore === null ? report.passed : score >= masteryScore;
      const verbs: Verb[] = [
        ...(report.complete ? (['completed'] as const) : []),
        ...(passed ? (['passed'] as const) : []),
      ];
      if (passed === false && report.complete && !said.has('passed')) verbs.push('failed');
      try {
        const text = { ...headers, 'Content-Type': 'text/plain' };
        const body = report.suspend;
        // Also when the page goes: what is still to be said then is said by the next visit, which finds this.
        await ok(fetch(address('activities/state', STATE), { method: 'PUT', headers: text, body, keepalive: true }));
        for (const verb of verbs.filter((each) => !said.has(each))) {
          if (hasEnded()) return false;
          await send(verb);
          said.add(verb);
        }
        return true;
      } catch {
        return false;
      }
    },
    end() {
      if (!open) return;
      open = false;
      // The page goes: nobody is left to tell.
      void send('terminated', true).catch(() => undefined);
    },
  };
}

async function requestToken(address: string): Promise<string> {
  const answer = fields(await (await ok(fetch(address, { method: 'POST' }))).json());
  const token = answer?.['auth-token'];
  if (typeof token !== 'string') throw new Error(`the system gave no token (${JSON.stringify(answer)})`);
  return token;
}

async function ok(request: Promise<Response>): Promise<Response> {
  const response = await request;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}
