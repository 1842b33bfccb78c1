/** What is left to say when a page fails: that typed code is safe, and how to go on. */
import { useText } from '../shared/i18n/text';

export function PageError({ error }: { readonly error: Error }) {
  const { error: text } = useText();
  return (
    <main className="message-page">
      <div role="alert">
        <h1>{text.title}</h1>
        <p>{text.text}</p>
      </div>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {text.reload}
      </button>
      <details>
        <summary>{text.detail}</summary>
        <code>{error.message}</code>
      </details>
    </main>
  );
}
