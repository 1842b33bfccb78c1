/** Chooses the page for the address and the language of everything on it. */
import { Suspense, lazy, useEffect } from 'react';
import { Redirect, Route, Router, Switch, useParams } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { LanguageContext } from '../shared/i18n/text';
import { isLanguage } from '../shared/language';
import type { Language } from '../shared/language';
import { firstLanguage, preferences } from '../shared/preferences';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { HomePage } from './HomePage';
import { Loading } from './Loading';
import { NotFoundPage } from './NotFoundPage';
import { PageError } from './PageError';

const SharedPage = lazy(() => import('./SharedPage'));
const StoragePage = lazy(() => import('./StoragePage'));
const LessonPage = lazy(() => import('./LessonPage'));
const AboutPage = lazy(() => import('./AboutPage'));
const ExamplesPage = lazy(() => import('./ExamplesPage'));
const ExercisesPage = lazy(() => import('./ExercisesPage'));
const ExercisePage = lazy(() => import('./ExercisePage'));
const ApiPage = lazy(() => import('./ApiPage'));
const AssignPage = lazy(() => import('./AssignPage'));
const AssignmentPage = lazy(() => import('./AssignmentPage'));
const AuthorPage = lazy(() => import('./AuthorPage'));
const GradebookPage = lazy(() => import('./GradebookPage'));
const NotebooksPage = lazy(() => import('./NotebooksPage'));
const ScratchPage = lazy(() => import('./ScratchPage'));

export function App() {
  return (
    // oxlint-disable-next-line react/hooks -- wouter's way to choose where addresses are kept
    <Router hook={useHashLocation}>
      <ErrorBoundary renderFallback={(error) => <PageError error={error} />}>
        <Switch>
          <Route path="/">
            <Start />
          </Route>
          <Route path="/:language/*?">
            <LanguagePages />
          </Route>
        </Switch>
      </ErrorBoundary>
    </Router>
  );
}

/** A component of its own, so that it asks for the language when it is shown and not when the app starts. */
function Start() {
  return <Redirect to={`/${startLanguage()}`} replace />;
}

function startLanguage(): Language {
  return preferences.getState().language ?? firstLanguage(navigator.languages);
}

function LanguagePages() {
  const { language } = useParams<{ language: string }>();
  const known = isLanguage(language) ? language : null;
  useEffect(() => {
    if (known) preferences.setState({ language: known });
  }, [known]);
  const shown = known ?? startLanguage();
  useEffect(() => {
    document.documentElement.lang = shown;
    // Name and description of the installed app.
    document.querySelector('link[rel="manifest"]')?.setAttribute('href', `./manifest.${shown}.webmanifest`);
  }, [shown]);
  return (
    <LanguageContext value={shown}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {known === null && (
            <Route>
              <NotFoundPage />
            </Route>
          )}
          <Route path="/:language">
            <HomePage />
          </Route>
          <Route path="/:language/about">
            <AboutPage />
          </Route>
          <Route path="/:language/examples">
            <ExamplesPage />
          </Route>
          <Route path="/:language/exercises">
            <ExercisesPage />
          </Route>
          <Route path="/:language/exercise/:slug">{({ slug }) => <ExercisePage key={slug} slug={slug} />}</Route>
          <Route path="/:language/api">
            <ApiPage />
          </Route>
          <Route path="/:language/storage">
            <StoragePage />
          </Route>
          <Route path="/:language/assign">
            <AssignPage />
          </Route>
          <Route path="/:language/assignment/:packed?">
            {({ packed }) => <AssignmentPage key={packed} packed={packed ?? null} />}
          </Route>
          <Route path="/:language/gradebook/:assignment?">
            {({ assignment }) => <GradebookPage assignment={assignment ?? null} />}
          </Route>
          <Route path="/:language/author">
            <AuthorPage />
          </Route>
          <Route path="/:language/notebooks">
            <NotebooksPage />
          </Route>
          <Route path="/:language/scratch/:id">{({ id }) => <ScratchPage key={id} id={id} />}</Route>
          <Route path="/:language/shared/:packed">{({ packed }) => <SharedPage key={packed} packed={packed} />}</Route>
          <Route path="/:language/lesson/:slug/:anchor?">
            {({ slug, anchor }) => <LessonPage key={slug} slug={slug} anchor={anchor ?? null} />}
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </LanguageContext>
  );
}
