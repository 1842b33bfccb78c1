/** What a cell gives to its editor, whichever kind it is. */

/** How the reader came in: where the editor puts the cursor. */
export type EditorEntry =
  | { readonly kind: 'pointer'; readonly x: number; readonly y: number }
  /** By keyboard; `text` was typed before the editor was there. */
  | { readonly kind: 'keys'; readonly text: string };

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
