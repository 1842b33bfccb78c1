/** Puts the chosen theme on the page and tells canvas-like parts (editor, charts, diagrams) which one is shown. */
import { useSyncExternalStore } from 'react';
import { createStore } from 'zustand/vanilla';
import { preferences } from './preferences';

export type ShownTheme = 'light' | 'dark';

const darkQuery = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

function currentTheme(): ShownTheme {
  const { theme } = preferences.getState();
  if (theme !== 'auto') return theme;
  return darkQuery?.matches ? 'dark' : 'light';
}

const shown = createStore<{ readonly theme: ShownTheme }>(() => ({ theme: currentTheme() }));

function apply(): void {
  const theme = currentTheme();
  document.documentElement.dataset['theme'] = theme;
  shown.setState({ theme });
}

/** Called once by main.tsx, before the first render. */
export function followTheme(): void {
  apply();
  preferences.subscribe(apply);
  darkQuery?.addEventListener('change', apply);
}

export function useShownTheme(): ShownTheme {
  return useSyncExternalStore(shown.subscribe, () => shown.getState().theme);
}

/** The value of a design token as the page shows it now. */
export function token(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
