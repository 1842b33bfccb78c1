/** The widgets that lessons may name. The build checks lessons against this list, the compiler checks index.ts. */
export const WIDGET_NAMES = [
  'draw-digit',
  'optimizer-race',
  'schedules',
  'settings',
] as const satisfies readonly string[];

export type WidgetName = (typeof WIDGET_NAMES)[number];
