/** What the reader chose for the whole site, kept in localStorage where the browser allows it. */
import { createStore } from 'zustand/vanilla';
import { isLanguage } from './language';
import type { Language } from './language';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const DEVICE_CHOICES = ['auto', 'gpu', 'cpu'] as const;
export type DeviceChoice = (typeof DEVICE_CHOICES)[number];

export interface Preferences {
  readonly theme: Theme;
  readonly device: DeviceChoice;
  /** Null until the reader has opened a page in some language. */
  readonly language: Language | null;
  /** Keep all of the site on this device, so that it works without a network. */
  readonly keepOffline: boolean;
  /** Give Python all of MNIST: 60,000 and 10,000 images instead of the first 10,000 and 2,000. */
  readonly allOfMnist: boolean;
}

const KEY = 'torch-playground:preferences';

function member<T extends string>(choices: readonly T[], value: unknown, fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback;
}

/** Reads a stored text; anything unknown falls back to the default. */
export function parsePreferences(stored: string | null): Preferences {
  let raw: unknown = null;
  try {
    raw = stored === null ? null : JSON.parse(stored);
  } catch {
    // A damaged entry counts as none.
  }
  const fields = new Map<string, unknown>(typeof raw === 'object' && raw !== null ? Object.entries(raw) : []);
  const language = fields.get('language');
  return {
    theme: member(THEMES, fields.get('theme'), 'auto'),
    device: member(DEVICE_CHOICES, fields.get('device'), 'auto'),
    language: typeof language === 'string' && isLanguage(language) ? language : null,
    keepOffline: fields.get('keepOffline') !== false,
    allOfMnist: fields.get('allOfMnist') === true,
  };
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is denied: the choice holds for this visit.
  }
}

export const preferences = createStore<Preferences>(() => parsePreferences(read()));
preferences.subscribe(write);

/** The language for a first visit: the first of the browser's languages that exists here, else Japanese. */
export function firstLanguage(browserLanguages: readonly string[]): Language {
  const wanted = browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return wanted ?? 'ja';
}
