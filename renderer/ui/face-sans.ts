// What the sans-serif face of the page needs beside the weights that the controls bring along.
import '@fontsource/inter/latin-400-italic.css';
import '@fontsource/inter/latin-700.css';
import '@fontsource/inter/latin-700-italic.css';
import '@fontsource/inter/latin-ext-400.css';
