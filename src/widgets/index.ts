/** The widgets of lessons by name; each is loaded when a lesson that has it is opened. */
import type { ComponentType } from 'react';
import type { WidgetName } from './names';
import type { WidgetProps } from './types';

type WidgetLoader = () => Promise<{ readonly default: ComponentType<WidgetProps> }>;

export const WIDGETS: Readonly<Record<WidgetName, WidgetLoader>> = {
  'draw-digit': () => import('./DrawWidget'),
  'optimizer-race': () => import('./RaceWidget'),
  schedules: () => import('./SchedulesWidget'),
  settings: () => import('./SettingsWidget'),
};
