/** Markdown that did not come with the site. */
import { useEffect, useState } from 'react';
import { useLanguage } from '../shared/i18n/text';

export function Markdown({ source }: { readonly source: string }) {
  const language = useLanguage();
  const [html, setHtml] = useState('');
  useEffect(() => {
    let shown = true;
    void import('../content/markdown').then(({ markdownToHtml }) => {
      if (shown) setHtml(markdownToHtml(source, language));
    });
    return () => {
      shown = false;
    };
  }, [source, language]);
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
