/** Follows one cell of the lesson. */
import { useSyncExternalStore } from 'react';
import type { WidgetCell, WidgetCells } from './types';

export function useWidgetCell(cells: WidgetCells, id: string): WidgetCell | null {
  return useSyncExternalStore(cells.subscribe, () => cells.get(id));
}
