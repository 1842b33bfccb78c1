/** Durations as readers say them: `12 ms`, `1.24 s`, `2 min 05 s`. */

export function formatElapsed(ms: number | null, digits = 2): string {
  if (ms === null) return '';
  if (ms < 1000 && digits > 1) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? digits : 1)} s`;
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
