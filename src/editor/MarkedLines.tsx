/** The stripes behind lines that an error points at. */

export function MarkedLines({ marks }: { readonly marks: readonly number[] }) {
  return marks.map((line) => (
    <span key={line} className="code-mark" data-line={line} style={{ '--mark-line': line } as React.CSSProperties} />
  ));
}
