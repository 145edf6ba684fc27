// What the sans-serif face of the page needs beside the weights that the controls bring along.
import '@fontsource/inter/400-italic.css';
import '@fontsource/inter/700.css';
import '@fontsource/inter/700-italic.css';
