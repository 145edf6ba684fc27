// The typewriter face of the page.
import '@fontsource/ibm-plex-mono/latin-400.css';
import '@fontsource/ibm-plex-mono/latin-400-italic.css';
import '@fontsource/ibm-plex-mono/latin-700.css';
import '@fontsource/ibm-plex-mono/latin-700-italic.css';
import '@fontsource/ibm-plex-mono/latin-ext-400.css';
