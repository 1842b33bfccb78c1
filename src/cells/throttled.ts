/** Keeps a frequent action from running all the time. */

export interface Throttled {
  /** The first call acts on the next turn, later ones at most once in the interval. */
  soon(): void;
  now(): void;
}

export function throttled(intervalMs: number, action: () => void): Throttled {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = -Infinity;
  const now = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    last = performance.now();
    action();
  };
  return {
    now,
    soon: () => {
      timer ??= setTimeout(now, Math.max(0, last + intervalMs - performance.now()));
    },
  };
}
