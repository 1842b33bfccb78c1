/** The instructor's page that re-grades submissions. */
import { GradebookView } from '../instructor/GradebookView';
import { useTeachText } from '../shared/i18n/teach';
import { Shell } from './Shell';
import { TeachNav } from './TeachNav';
import { useTop } from './use-top';
import './prose.css';

export default function GradebookPage({ assignment }: { readonly assignment: string | null }) {
  useTop();
  return (
    <Shell title={useTeachText().gradebook.title}>
      <TeachNav here="gradebook" />
      <GradebookView key={assignment} assignment={assignment} />
    </Shell>
  );
}
