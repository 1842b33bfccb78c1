/** Pairs of submissions that are alike, with their common passages side by side. */
import { useState } from 'react';
import { inLanguage } from '../grading/translated-code';
import type { Exercise } from '../grading/types';
import { useTeachText } from '../shared/i18n/teach';
import { useLanguage } from '../shared/i18n/text';
import { exercisesOf } from './batch';
import { rowsOf } from './gradebook';
import type { Gradebook } from './gradebook';
import { similarPairs } from './similarity';
import type { SimilarPair } from './similarity';

const THRESHOLDS = [40, 60, 80] as const;

interface Found {
  readonly exercise: Exercise;
  readonly pair: SimilarPair;
  readonly codes: readonly [string, string];
}

export function SimilarPairs({ state }: { readonly state: Gradebook }) {
  const text = useTeachText().gradebook.similarity;
  const language = useLanguage();
  const [threshold, setThreshold] = useState<number>(60);
  const [found, setFound] = useState<readonly Found[] | null>(null);
  return (
    <section aria-labelledby="similar" data-testid="similar">
      <h2 id="similar">{text.title}</h2>
      <p className="teach-soft">{text.lead}</p>
      <p className="teach-actions">
        <label>
          {text.threshold}{' '}
          <select
            className="button"
            value={threshold}
            onChange={(event) => {
              setThreshold(Number(event.target.value));
              setFound(null);
            }}
          >
            {THRESHOLDS.map((each) => (
              <option key={each} value={each}>
                {text.share(each)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={() => setFound(findPairs(state, threshold / 100))}>
          {text.compare}
        </button>
      </p>
      <div role="status">{found?.length === 0 && text.none}</div>
      {found?.map(({ exercise, pair, codes }) => (
        <div key={`${exercise.slug} ${pair.a} ${pair.b}`} className="teach-pair" data-testid="pair">
          <p>
            <strong>{text.share(Math.round(pair.share * 100))}</strong> {pair.a} – {pair.b}{' '}
            <span className="teach-soft">{exercise.title[language]}</span>
          </p>
          <details>
            <summary>{text.show}</summary>
            {pair.passages.map(({ a, b }) => (
              <div key={`${a.from} ${b.from}`} className="teach-sides">
                <Side name={pair.a} code={codes[0]} from={a.from} to={a.to} />
                <Side name={pair.b} code={codes[1]} from={b.from} to={b.to} />
              </div>
            ))}
          </details>
        </div>
      ))}
    </section>
  );
}

interface SideProps {
  readonly name: string;
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

function Side({ name, code, from, to }: SideProps) {
  const text = useTeachText().gradebook.similarity;
  return (
    <div>
      <p className="teach-soft">
        {name}: {text.lines(from, to)}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
      <pre tabIndex={0}>
        {code
          .split('\n')
          .slice(from - 1, to)
          .join('\n')}
      </pre>
    </div>
  );
}

function findPairs(state: Gradebook, threshold: number): readonly Found[] {
  const rows = rowsOf(state).filter(({ replaced }) => !replaced);
  return exercisesOf(state.bundle).flatMap((exercise) => {
    const codes = new Map<string, string>();
    for (const { student, cells } of rows) {
      const answer = cells.find(({ slug }) => slug === exercise.slug)?.answer;
      if (answer) codes.set(student, answer.code);
    }
    // A student's file has the comments of one language.
    const starter = `${inLanguage(exercise.starter, 'ja')}\n${inLanguage(exercise.starter, 'en')}`;
    const works = [...codes].map(([name, code]) => ({ name, code }));
    return similarPairs(works, starter, threshold).map((pair): Found => {
      return { exercise, pair, codes: [codes.get(pair.a) ?? '', codes.get(pair.b) ?? ''] };
    });
  });
}
