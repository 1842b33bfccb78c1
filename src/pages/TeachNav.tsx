/** The way between the instructors' pages. */
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { assignHref, authorHref, gradebookHref, notebooksHref } from './routes';

export function TeachNav({ here }: { readonly here: 'assign' | 'gradebook' | 'author' | 'notebooks' }) {
  const text = useTeachText().nav;
  const language = useLanguage();
  const links = [
    ['assign', assignHref(language)],
    ['gradebook', gradebookHref(language)],
    ['author', authorHref(language)],
    ['notebooks', notebooksHref(language)],
  ] as const;
  return (
    <nav className="page-column teach-nav" aria-label={text.label}>
      {links.map(([name, href]) => (
        <a key={name} className="quiet" href={href} aria-current={name === here ? 'page' : undefined}>
          {text[name]}
        </a>
      ))}
    </nav>
  );
}
