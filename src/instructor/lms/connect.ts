/** Finds the learning management system around the page, once; what is said to it is use-lms.ts' part. */
import { learnerOf, openCmi5, readLaunch } from './cmi5';
import { findScorm } from './find';
import type { LmsSession } from './lms';

export interface Connection {
  /** Null: there is no system, or it refused. */
  readonly session: LmsSession | null;
  /** Whose work this is, by the system's own id: several students may use one browser. Null without a system. */
  readonly learner: string | null;
  /** There is a system, but it refused or cannot be reached. */
  readonly failed: boolean;
}

/** A record store that does not answer must not keep students from their assignment. */
const CONNECT_LIMIT_MS = 15_000;

/** A page has one session with its system, whichever components come and go. */
let connection: Promise<Connection> | null = null;
let lastWords = (): void => undefined;

export function connectLms(): Promise<Connection> {
  connection ??= connect();
  return connection;
}

/** Called when the page goes, before the session is ended. Of several the last counts. */
export function sayAtEnd(words: () => void): void {
  lastWords = words;
}

async function connect(): Promise<Connection> {
  const launch = readLaunch(location.search);
  const learner = launch && learnerOf(launch);
  try {
    const session = launch ? await withinLimit(openCmi5(launch)) : findScorm(window);
    const end = () => {
      lastWords();
      session?.end();
    };
    addEventListener('pagehide', end, { once: true });
    return { session, learner: session?.learner ?? learner, failed: false };
  } catch {
    return { session: null, learner, failed: true };
  }
}

function withinLimit<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the system did not answer')), CONNECT_LIMIT_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
