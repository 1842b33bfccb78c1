/** What this device keeps of the site and of the reader's work. */
import { useEffect } from 'react';
import { useText } from '../shared/i18n/text';
import { DataSection } from './DataSection';
import { OfflineSection } from './OfflineSection';
import { Shell } from './Shell';
import './keep.css';
import './prose.css';

export default function StoragePage() {
  const { keep: text } = useText();
  useEffect(() => {
    // In braces: newer browsers return a promise here, which must not become the effect's cleanup.
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  return (
    <Shell title={text.title}>
      <article className="prose page-column keep">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <DataSection />
        <OfflineSection />
      </article>
    </Shell>
  );
}
