/** A text field over its own coloured text: the editor for touch screens, and wherever Monaco cannot be loaded. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useText } from '../shared/i18n/text';
import { pythonToHtml } from '../shared/python-tokens';
import { MarkedLines } from './MarkedLines';
import type { CodeEditorProps } from './editor-props';
import { insertNewline, shiftLines } from './touch-editing';
import type { TextState } from './touch-editing';
import './editor.css';

export function TouchEditor(props: CodeEditorProps) {
  const { code, label, hint, marks, onChange, onRun, onLeave } = props;
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const selection = useRef<{ start: number; end: number } | null>(null);
  const onReady = useEffectEvent(props.onReady);
  const insertTyped = useEffectEvent(props.onChange);
  const firstEntry = useRef(props.entry);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    const { typed } = firstEntry.current;
    if (typed) insertTyped(typed + element.value);
    onReady();
  }, []);

  // React puts the cursor at the end when a value is set from outside; the editing steps know where it belongs.
  useLayoutEffect(() => {
    if (selection.current) field.current?.setSelectionRange(selection.current.start, selection.current.end);
    selection.current = null;
  }, [code]);

  const apply = (step: (state: TextState) => TextState) => {
    const element = field.current;
    if (!element) return;
    const next = step({ text: element.value, start: element.selectionStart, end: element.selectionEnd });
    selection.current = { start: next.start, end: next.end };
    onChange(next.text);
    element.focus({ preventScroll: true });
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.shiftKey) onRun('next');
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onRun('stay');
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter') apply(insertNewline);
    else if (event.key === 'Tab') apply((state) => shiftLines(state, event.shiftKey ? 'out' : 'in'));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="touch-editor">
      <div className="touch-scroll">
        <div className="touch-sheet">
          <MarkedLines marks={marks} />
          <pre className="code-lines" aria-hidden="true" dangerouslySetInnerHTML={{ __html: pythonToHtml(code) }} />
          <textarea
            ref={field}
            value={code}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
            aria-label={`${label} — ${hint}`}
            wrap="off"
            rows={code.split('\n').length}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
          />
        </div>
      </div>
      <div className="touch-keys">
        <button type="button" onClick={() => apply((state) => shiftLines(state, 'out'))}>
          ⇤ {text.cell.outdent}
        </button>
        <button type="button" onClick={() => apply((state) => shiftLines(state, 'in'))}>
          ⇥ {text.cell.indent}
        </button>
        <button type="button" className="touch-done" onClick={onLeave}>
          {text.cell.done}
        </button>
      </div>
    </div>
  );
}
