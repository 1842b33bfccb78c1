/** The widgets of lessons by name; each is loaded when a lesson that has it is opened. */
import type { ComponentType } from 'react';
import type { WidgetProps } from './types';

type WidgetLoader = () => Promise<{ readonly default: ComponentType<WidgetProps> }>;

export const WIDGETS: Readonly<Record<string, WidgetLoader>> = {};
