/** A live Monaco editor in place of a cell's static code; the caller decides when it opens and what running means. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useShownTheme } from '../shared/theme';
import type { CodeEditorProps } from './editor-props';
import { applyTheme, createEditor, monaco } from './monaco';

/** Escape closes Monaco's own popups first; only then does it leave the editor. */
const NO_POPUP = '!suggestWidgetVisible && !findWidgetVisible && !inSnippetMode && !editorHasMultipleSelections';

export default function MonacoEditor(props: CodeEditorProps) {
  const { code, label, hint, marks } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(null);
  const theme = useShownTheme();
  const onChange = useEffectEvent(props.onChange);
  const onRun = useEffectEvent(props.onRun);
  const onLeave = useEffectEvent(props.onLeave);
  const onReady = useEffectEvent(props.onReady);
  const firstProps = useRef(props);

  useEffect(() => {
    applyTheme(theme);
  }, [theme]);

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const { code: firstCode, label: firstLabel, entry } = firstProps.current;
    const created = createEditor(element, firstCode, firstLabel);
    editor.current = created;
    const fit = () => {
      element.style.height = `${created.getContentHeight()}px`;
      created.layout();
    };
    fit();
    created.onDidContentSizeChange(fit);
    created.onDidChangeModelContent(() => onChange(created.getValue()));
    const { KeyCode, KeyMod } = monaco;
    const actions: [string, number, () => void][] = [
      ['run-next', KeyMod.Shift | KeyCode.Enter, () => onRun('next')],
      ['run', KeyMod.CtrlCmd | KeyCode.Enter, () => onRun('stay')],
      ['leave', KeyCode.Escape, () => onLeave()],
    ];
    for (const [id, key, run] of actions) {
      const precondition = id === 'leave' ? NO_POPUP : undefined;
      created.addAction({
        id: `cell.${id}`,
        label: id,
        keybindings: [key],
        run,
        ...(precondition && { precondition }),
      });
    }
    const at = entry.point && created.getTargetAtClientPoint(entry.point.x, entry.point.y)?.position;
    created.setPosition(at ?? { lineNumber: 1, column: 1 });
    created.focus();
    if (entry.typed) created.trigger('keyboard', 'type', { text: entry.typed });
    onReady();
    return () => {
      // The editor first: what it still does with the model ends with it.
      const model = created.getModel();
      created.dispose();
      model?.dispose();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    const live = editor.current;
    // Reset and a language switch change the code from outside; an undo step keeps what was there.
    if (live && live.getValue() !== code) {
      const range = live.getModel()?.getFullModelRange();
      if (range) live.executeEdits('page', [{ range, text: code }]);
    }
  }, [code]);

  useEffect(() => {
    const lines = editor.current?.createDecorationsCollection(
      marks.map((line) => ({
        range: new monaco.Range(line, 1, line, 1),
        options: { isWholeLine: true, className: 'code-mark' },
      })),
    );
    return () => lines?.clear();
  }, [marks]);

  useEffect(() => {
    editor.current?.updateOptions({ ariaLabel: `${label} — ${hint}` });
  }, [label, hint]);

  return <div ref={host} className="monaco-host" />;
}
