import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { compose } from './app/compose';
import './ui/fonts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/forced-colors.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const { workspace, performers } = compose(root);
void workspace.begun.finally(() =>
  createRoot(root).render(
    <StrictMode>
      <App workspace={workspace} performers={performers} />
    </StrictMode>,
  ),
);
