/** The instructor's page on which exercises are written. */
import { Author } from '../instructor/Author';
import { useTeachText } from '../shared/i18n/teach';
import { Shell } from './Shell';
import { TeachNav } from './TeachNav';
import { useTop } from './use-top';
import './prose.css';

export default function AuthorPage() {
  useTop();
  return (
    <Shell title={useTeachText().author.title}>
      <TeachNav here="author" />
      <Author />
    </Shell>
  );
}
