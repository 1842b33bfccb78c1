/** What of PyTorch and of Keras works, works partly or is not here: every public name, by module, with a search. */
import { useDeferredValue, useEffect, useState } from 'react';
import { apiSections } from '../content/torch-api';
import type { ApiLibrary, ApiSection } from '../content/torch-api';
import { useLanguage, useText } from '../shared/i18n/text';
import { Segmented } from '../ui/Segmented';
import { Shell } from './Shell';
import './api.css';
import './prose.css';

type Show = 'all' | 'works' | 'partly' | 'none';

export default function ApiPage() {
  const { api: text } = useText();
  const [library, setLibrary] = useState<ApiLibrary>('torch');
  const [query, setQuery] = useState('');
  const [show, setShow] = useState<Show>('all');
  const wanted = useDeferredValue(query.trim().toLowerCase());
  const sections = apiSections[library]
    .map((section) => filtered(section, wanted, show))
    .filter(({ works, partly, none }) => works.length + partly.length + none.length > 0);
  useEffect(() => {
    // In braces: newer browsers return a promise here, which must not become the effect's cleanup.
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  return (
    <Shell title={text.title[library]}>
      <article className="prose page-column api">
        <h1>{text.title[library]}</h1>
        <Segmented
          label={text.library}
          value={library}
          onChange={setLibrary}
          options={[
            { value: 'torch', label: 'PyTorch' },
            { value: 'keras', label: 'Keras' },
          ]}
        />
        <p>{text.lead[library]}</p>
        <p>{text.rules[library]}</p>
        <search className="api-search">
          <input
            type="search"
            className="api-query"
            placeholder={text.search}
            aria-label={text.search}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            spellCheck={false}
            autoCapitalize="none"
          />
          <Segmented
            label={text.show}
            value={show}
            onChange={setShow}
            options={(['all', 'works', 'partly', 'none'] as const).map((value) => ({ value, label: text[value] }))}
          />
        </search>
        <p className="api-counts" role="status">
          {sections.length === 0
            ? text.nothing
            : text.counts(
                count(sections, ({ works }) => works),
                count(sections, ({ partly }) => partly),
                count(sections, ({ none }) => none),
              )}
        </p>
        {sections.map((section) => (
          <Section key={section.name} section={section} />
        ))}
      </article>
    </Shell>
  );
}

function count(sections: readonly ApiSection[], list: (section: ApiSection) => readonly unknown[]): number {
  return sections.reduce((sum, section) => sum + list(section).length, 0);
}

function filtered(section: ApiSection, wanted: string, show: Show): ApiSection {
  const fits = (name: string) => `${section.name}.${name}`.toLowerCase().includes(wanted);
  return {
    name: section.name,
    works: show === 'all' || show === 'works' ? section.works.filter(fits) : [],
    partly: show === 'all' || show === 'partly' ? section.partly.filter(({ name }) => fits(name)) : [],
    none: show === 'all' || show === 'none' ? section.none.filter(({ name }) => fits(name)) : [],
  };
}

function Section({ section: { name, works, partly, none } }: { readonly section: ApiSection }) {
  const { api: text } = useText();
  const language = useLanguage();
  return (
    <section aria-label={name} className="api-section">
      <h2>
        <code>{name}</code>
      </h2>
      {works.length > 0 && (
        <>
          <h3>
            {text.works} <span className="api-count">{works.length}</span>
          </h3>
          <ul className="api-names">
            {works.map((each) => (
              <li key={each}>
                <code>{each}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {partly.length > 0 && (
        <NameTable
          title={text.partly}
          column={text.how}
          label={`${name}: ${text.partly}`}
          rows={partly.map((each) => [
            each.name,
            [
              each.lacks.length > 0 ? text.without(each.lacks.map((parameter) => `${parameter}=`).join(', ')) : '',
              each.note?.[language] ?? '',
            ]
              .filter(Boolean)
              .join(' / '),
          ])}
        />
      )}
      {none.length > 0 && (
        <NameTable
          title={text.none}
          column={text.nearest}
          label={`${name}: ${text.none}`}
          rows={none.map((each) => [each.name, each.nearest[language]])}
        />
      )}
    </section>
  );
}

interface TableProps {
  readonly title: string;
  readonly column: string;
  readonly label: string;
  readonly rows: readonly (readonly [name: string, words: string])[];
}

function NameTable({ title, column, label, rows }: TableProps) {
  const { api: text } = useText();
  return (
    <>
      <h3>
        {title} <span className="api-count">{rows.length}</span>
      </h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
      <div className="table-box" tabIndex={0} role="group" aria-label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col">{column}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, words]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
