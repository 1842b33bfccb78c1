/**
 * A cell's code: highlighted text to read, an editor once the reader goes in; it does not know what running means.
 *
 * The keyboard never gets caught: Tab reaches the text like any other control, Enter (or typing) opens the editor and
 * Escape returns to the text.
 */
import { Suspense, lazy, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { pythonToHtml } from '../shared/python-tokens';
import { MarkedLines } from './MarkedLines';
import { TouchEditor } from './TouchEditor';
import type { CodeEditorProps, EditorEntry } from './editor-props';
import './editor.css';

const loadMonaco = () => import('./MonacoEditor');

type EditorModule = { readonly default: React.ComponentType<CodeEditorProps> };

const DesktopEditor = lazy(
  // Without Monaco (a failed download) the plain field is an editor too.
  (): Promise<EditorModule> => loadMonaco().catch(() => ({ default: TouchEditor })),
);

export interface CodeFieldHandle {
  focus(): void;
}

interface Props {
  readonly code: string;
  readonly originalCode: string;
  readonly originalHtml: string;
  readonly label: string;
  readonly editHint: string;
  readonly leaveHint: string;
  readonly marks: readonly number[];
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onChange: (code: string) => void;
  readonly onRun: (then: 'stay' | 'next') => void;
  readonly ref?: React.Ref<CodeFieldHandle>;
}

/** A finger cannot use Monaco well: its selection, magnifier and keyboard are not the phone's. */
function isTouchScreen(): boolean {
  return matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
}

export function CodeField({ ref, ...props }: Props) {
  const { code, label, marks, open, onOpen, onClose, onChange, onRun } = props;
  const text = useRef<HTMLDivElement>(null);
  const [entry, setEntry] = useState<EditorEntry>({ point: null, typed: '' });
  const [ready, setReady] = useState(false);
  const [touch] = useState(isTouchScreen);
  const returnFocus = useRef(false);

  useImperativeHandle(ref, () => ({ focus: () => text.current?.focus() }));

  useEffect(() => {
    if (open) return;
    if (returnFocus.current) text.current?.focus({ preventScroll: true });
    returnFocus.current = false;
  }, [open]);

  const enter = (next: EditorEntry) => {
    setEntry(next);
    setReady(false);
    onOpen();
  };
  const leave = () => {
    returnFocus.current = true;
    onClose();
  };

  const html = useMemo(
    () => (code === props.originalCode ? props.originalHtml : pythonToHtml(code)),
    [code, props.originalCode, props.originalHtml],
  );

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && event.shiftKey) onRun('next');
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onRun('stay');
    else if (event.key === 'Enter') enter({ point: null, typed: '' });
    else if (open && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // The editor is still loading: what is typed meanwhile goes in first.
      setEntry((before) => ({ ...before, typed: before.typed + event.key }));
    } else return;
    event.preventDefault();
  };

  const onPointerUp = (event: React.PointerEvent) => {
    // A drag selects text to copy; only a plain click goes in.
    if (event.button !== 0 || getSelection()?.isCollapsed === false) return;
    enter({ point: { x: event.clientX, y: event.clientY }, typed: '' });
  };

  const editorProps: CodeEditorProps = {
    code,
    label,
    hint: props.leaveHint,
    marks,
    entry,
    onChange,
    onRun,
    onLeave: leave,
    onReady: () => setReady(true),
  };
  const showText = !open || !ready;
  return (
    <div className="code-field" data-editing={open || undefined}>
      {showText && (
        <div
          ref={text}
          className="code-text"
          role="textbox"
          aria-multiline="true"
          aria-readonly="true"
          aria-label={`${label} — ${props.editHint}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerUp={onPointerUp}
          onPointerEnter={() => {
            if (!touch) void loadMonaco().catch(() => undefined);
          }}
        >
          <div className="code-sheet">
            <MarkedLines marks={marks} />
            <pre className="code-lines" dangerouslySetInnerHTML={{ __html: html }} />
          </div>
        </div>
      )}
      {open && (
        <div className={ready ? 'code-live' : 'code-live code-live-waiting'}>
          <Suspense fallback={null}>
            {touch ? <TouchEditor {...editorProps} /> : <DesktopEditor {...editorProps} />}
          </Suspense>
        </div>
      )}
    </div>
  );
}
