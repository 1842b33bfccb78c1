/** What a widget may do with the session of its lesson: run code aside, read, change and run cells. */
import type { CellState } from '../cells/cell-state';
import { isActive } from '../cells/cell-state';
import type { LessonSession } from '../cells/session';
import type { WidgetCell, WidgetCells, WidgetPython } from '../widgets/types';

export function widgetPython(session: LessonSession): WidgetPython {
  return {
    run: (code, onOutput) => session.runAside(code, onOutput),
    stop: () => session.interrupt(),
  };
}

export function widgetCells(session: LessonSession): WidgetCells {
  /** The same state gives the same object, as React's stores must. */
  const known = new WeakMap<CellState, WidgetCell>();
  return {
    get(id) {
      const state = session.store.getState().cells.get(id);
      if (!state) return null;
      const cell = known.get(state) ?? asWidgetCell(state);
      known.set(state, cell);
      return cell;
    },
    subscribe: (listener) => session.store.subscribe(listener),
    edit: (id, code) => session.edit(id, code),
    run: (id) => session.run([id]),
  };
}

function asWidgetCell({ code, phase, count }: CellState): WidgetCell {
  const ended = count !== null && (phase === 'ok' || phase === 'error') ? phase : null;
  return { code, active: isActive(phase), ended };
}
