/** What an unknown address shows. */
import { useLanguage, useText } from '../shared/i18n/text';
import { Shell } from './Shell';
import { homeHref } from './routes';

export function NotFoundPage() {
  const { error: text } = useText();
  const language = useLanguage();
  return (
    <Shell title={text.notFound}>
      <div className="message-page">
        <h1>{text.notFound}</h1>
        <p>{text.notFoundText}</p>
        <a className="button primary" href={homeHref(language)}>
          {text.toHome}
        </a>
      </div>
    </Shell>
  );
}
