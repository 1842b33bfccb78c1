/** Saves what keeps changing: soon after the last change, never long after the first one, and at once when the page is hidden. */

const DELAY_MS = 400;
const LONGEST_MS = 2_000;

export interface Saver {
  /** Something has changed. */
  soon(): void;
  /** Resolves when what has changed so far is saved. */
  now(): Promise<void>;
}

/** Those with changes that are not saved yet. */
const waiting = new Set<Saver>();

/** One save ends before the next one begins, so that each knows what the one before has kept. */
export function createSaver(save: () => Promise<void>): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let saving: Promise<void> = Promise.resolve();
  const saver: Saver = {
    soon() {
      waiting.add(saver);
      clearTimeout(timer);
      since ??= Date.now();
      timer = setTimeout(() => void saver.now(), Math.max(0, Math.min(DELAY_MS, since + LONGEST_MS - Date.now())));
    },
    now() {
      if (waiting.delete(saver)) {
        clearTimeout(timer);
        since = null;
        saving = saving.then(save).catch(() => undefined);
      }
      return saving;
    },
  };
  return saver;
}

function saveAll(): void {
  for (const saver of waiting) void saver.now();
}

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', saveAll);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveAll();
  });
}
