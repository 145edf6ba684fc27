// The reading face of the page, and a face for the controls on systems whose own is not made for screens. Each sheet names the
// files for every script the face has, and which letters are in which: Chromium fetches those that are on the page.
import '@fontsource/source-serif-4/400.css';
import '@fontsource/source-serif-4/400-italic.css';
import '@fontsource/source-serif-4/600.css';
import '@fontsource/source-serif-4/700.css';
import '@fontsource/source-serif-4/700-italic.css';
import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
