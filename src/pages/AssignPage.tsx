/** The instructor's page that makes assignments. */
import { Assign } from '../instructor/Assign';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { Shell } from './Shell';
import { TeachNav } from './TeachNav';
import { gradebookHref } from './routes';
import { useTop } from './use-top';
import './prose.css';

export default function AssignPage() {
  const language = useLanguage();
  useTop();
  return (
    <Shell title={useTeachText().assign.title}>
      <TeachNav here="assign" />
      <Assign gradebookHref={(id) => gradebookHref(language, id)} />
    </Shell>
  );
}
