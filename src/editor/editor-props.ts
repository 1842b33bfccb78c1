/** What a cell gives to its editor, whichever kind it is. */

/** How the reader came in. */
export interface EditorEntry {
  /** Where the pointer was, in the window: the cursor goes there. Null: by keyboard, to the start. */
  readonly point: { readonly x: number; readonly y: number } | null;
  /** What was typed while the editor was loading. */
  readonly typed: string;
}

export interface CodeEditorProps {
  readonly code: string;
  readonly label: string;
  /** Read out with the label: how to leave. */
  readonly hint: string;
  /** Lines that an error points at, from 1. */
  readonly marks: readonly number[];
  readonly entry: EditorEntry;
  readonly onChange: (code: string) => void;
  readonly onRun: (then: 'stay' | 'next') => void;
  readonly onLeave: () => void;
  readonly onReady: () => void;
}
