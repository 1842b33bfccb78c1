/** One runnable cell: its bar, its code and what the last run showed. */
import { memo, useEffect, useMemo, useRef } from 'react';
import { CodeField } from '../editor/CodeField';
import type { CodeFieldHandle } from '../editor/CodeField';
import { useText } from '../shared/i18n/text';
import { CellBar } from './CellBar';
import { CellNews } from './CellNews';
import { CellOutput } from './CellOutput';
import { useCell, useSession, useSessionState } from './current-session';
import './cells.css';

export const Cell = memo(function Cell({ id }: { readonly id: string }) {
  const session = useSession();
  const cell = useCell(id);
  const text = useText();
  const field = useRef<CodeFieldHandle>(null);
  const frame = useRef<HTMLElement>(null);
  const open = useSessionState(({ openCell }) => openCell === id);
  const takesFocus = useSessionState(({ focusCell }) => focusCell === id);

  useEffect(() => {
    if (!takesFocus) return;
    field.current?.focus();
    frame.current?.scrollIntoView({ block: 'nearest' });
    session.focusTaken();
  }, [takesFocus, session]);

  const marks = useMemo(() => [...new Set(cell.marks.map(({ line }) => line))], [cell.marks]);
  const run = (then: 'stay' | 'next') => {
    session.run([id]);
    if (then === 'next') session.moveOn(id);
  };
  return (
    <section
      ref={frame}
      id={`cell-${id}`}
      className="cell"
      aria-label={text.cell.label(cell.number)}
      data-cell-id={id}
      data-state={cell.phase}
      data-saved={cell.saved}
    >
      <CellBar cell={cell} />
      <CellNews cell={cell} />
      <CodeField
        ref={field}
        code={cell.code}
        originalCode={cell.original}
        originalHtml={cell.originalHtml}
        label={text.cell.code(cell.number)}
        editHint={text.cell.editHint}
        leaveHint={text.cell.leaveHint}
        marks={marks}
        open={open}
        onOpen={() => session.open(id)}
        onClose={() => session.open(null)}
        onChange={(code) => session.edit(id, code)}
        onRun={run}
      />
      <CellOutput cell={cell} />
    </section>
  );
});
