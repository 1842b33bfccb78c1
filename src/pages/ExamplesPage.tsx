/** The list of examples: whole programs that train in less than a minute. */
import { useEffect } from 'react';
import { exampleSummaries } from '../content/lessons';
import { useText } from '../shared/i18n/text';
import { LessonList } from './LessonList';
import { Shell } from './Shell';
import './home.css';

export default function ExamplesPage() {
  const { examples: text } = useText();
  useEffect(() => {
    // In braces: newer browsers return a promise here, which must not become the effect's cleanup.
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  return (
    <Shell title={text.title}>
      <div className="home">
        <h1 className="home-lessons-title">{text.title}</h1>
        <p className="examples-lead">{text.about}</p>
        <LessonList summaries={exampleSummaries} />
      </div>
    </Shell>
  );
}
