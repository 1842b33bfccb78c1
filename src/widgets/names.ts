/** The widgets that lessons may name. The build checks lessons against this list, a test checks index.ts. */
export const WIDGET_NAMES: readonly string[] = [];
