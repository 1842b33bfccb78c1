/** Notebooks of the site's content, and notebooks of others. */
import { useLocation } from 'wouter';
import { Notebooks } from '../instructor/Notebooks';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { Shell } from './Shell';
import { TeachNav } from './TeachNav';
import { scratchHref } from './routes';
import { useTop } from './use-top';
import './prose.css';

export default function NotebooksPage() {
  const language = useLanguage();
  const [, navigate] = useLocation();
  useTop();
  return (
    <Shell title={useTeachText().notebooks.title}>
      <TeachNav here="notebooks" />
      <Notebooks
        scratchHref={(id) => scratchHref(language, id)}
        onImported={(id) => navigate(scratchHref(language, id).slice(1))}
      />
    </Shell>
  );
}
