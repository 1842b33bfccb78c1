/** The frame of every page: header with the site's switches, the page itself, footer. */
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useLanguage, useText } from '../shared/i18n/text';
import { THEMES, preferences } from '../shared/preferences';
import { AutoThemeIcon, Logo, MoonIcon, SunIcon } from '../ui/icons';
import { OfflineState } from './OfflineState';
import { SearchButton } from './SearchButton';
import { UpdateNotice } from './UpdateNotice';
import { aboutHref, apiHref, assignHref, examplesHref, exercisesHref, homeHref, translatedHref } from './routes';
import './shell.css';

interface Props {
  /** The page's name in the browser's title; null on the home page. */
  readonly title: string | null;
  /** What the page adds to the header. */
  readonly tools?: React.ReactNode;
  readonly onLanguageSwitch?: (() => void) | undefined;
  readonly children: React.ReactNode;
}

export function Shell({ title, tools, onLanguageSwitch, children }: Props) {
  const text = useText();
  const language = useLanguage();
  useEffect(() => {
    document.title = title ? `${title} – ${text.product}` : `${text.product} – ${text.tagline}`;
  }, [title, text]);
  return (
    <div className="shell">
      {/* A link with a hash address would change the page: the skip link moves the focus itself. */}
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        {text.nav.skip}
      </button>
      <header className="header">
        <a className="brand" href={homeHref(language)} aria-label={`${text.product} – ${text.nav.home}`}>
          <Logo />
          <span className="brand-name">{text.product}</span>
        </a>
        <div className="header-tools">{tools}</div>
        <div className="header-switches">
          <SearchButton />
          <LanguageSwitch onSwitch={onLanguageSwitch} />
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <span>{text.product}</span>
        <OfflineState />
        <nav className="footer-links" aria-label={text.nav.more}>
          <a href={exercisesHref(language)}>{text.nav.exercises}</a>
          <a href={examplesHref(language)}>{text.nav.examples}</a>
          <a href={apiHref(language)}>{text.nav.api}</a>
          <a href={assignHref(language)}>{text.nav.teach}</a>
          <a href={aboutHref(language)}>{text.nav.about}</a>
        </nav>
      </footer>
      <UpdateNotice />
    </div>
  );
}

function LanguageSwitch({ onSwitch }: { readonly onSwitch: (() => void) | undefined }) {
  const [path] = useLocation();
  const other = useLanguage() === 'ja' ? 'en' : 'ja';
  const name = other === 'ja' ? '日本語' : 'English';
  return (
    <a
      className="quiet language-switch"
      href={translatedHref(path, other)}
      lang={other}
      hrefLang={other}
      onClick={onSwitch}
    >
      {name}
    </a>
  );
}

const THEME_ICONS = { auto: <AutoThemeIcon />, light: <SunIcon />, dark: <MoonIcon /> } as const;

function ThemeSwitch() {
  const text = useText();
  const theme = useStore(preferences, (state) => state.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  const label = `${text.nav.theme}: ${text.theme[theme]}`;
  return (
    <button
      type="button"
      className="quiet theme-switch"
      aria-label={label}
      title={label}
      data-theme-choice={theme}
      onClick={() => preferences.setState({ theme: next })}
    >
      {THEME_ICONS[theme]}
    </button>
  );
}
