/** Mounts the page; what it shows is pages/App.tsx. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startOffline } from './offline/offline';
import { App } from './pages/App';
import { followTheme } from './shared/theme';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';

followTheme();

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks the element #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Vite's development server has no service worker.
if (import.meta.env.PROD) void startOffline();
