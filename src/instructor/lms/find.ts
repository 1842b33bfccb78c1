/** Finds the API of a SCORM system in the windows around the page, as both standards prescribe. */
import type { LmsSession } from './lms';
import { openScorm12 } from './scorm12';
import type { Scorm12Api } from './scorm12';
import { openScorm2004 } from './scorm2004';
import type { Scorm2004Api } from './scorm2004';

const HIGHEST = 50;

type Windows = Pick<Window, 'parent' | 'opener'>;

/** Null when the page does not stand in a SCORM system. */
export function findScorm(start: Windows): LmsSession | null {
  const api2004 = look<Scorm2004Api>(start, 'API_1484_11', [
    'Initialize',
    'GetValue',
    'SetValue',
    'Commit',
    'Terminate',
  ]);
  if (api2004) return openScorm2004(api2004);
  const api12 = look<Scorm12Api>(start, 'API', [
    'LMSInitialize',
    'LMSGetValue',
    'LMSSetValue',
    'LMSCommit',
    'LMSFinish',
  ]);
  return api12 && openScorm12(api12);
}

function look<Api>(start: Windows, name: string, methods: readonly string[]): Api | null {
  return climb<Api>(start, name, methods) ?? (isWindow(start.opener) ? climb<Api>(start.opener, name, methods) : null);
}

function climb<Api>(start: Windows, name: string, methods: readonly string[]): Api | null {
  let at = start;
  for (let height = 0; height < HIGHEST; height += 1) {
    const api = readField(at, name);
    if (methods.every((method) => typeof readField(api, method) === 'function')) return api as Api;
    if (at.parent === at || !isWindow(at.parent)) return null;
    at = at.parent;
  }
  return null;
}

/** A window of another origin throws at any question. */
function readField(object: unknown, name: string): unknown {
  try {
    return typeof object === 'object' && object !== null ? (object as Readonly<Record<string, unknown>>)[name] : null;
  } catch {
    return null;
  }
}

function isWindow(value: unknown): value is Windows {
  return typeof value === 'object' && value !== null;
}
