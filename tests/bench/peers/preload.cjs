// Hands the page the name of its editor, the text to show, and the page it stands in where that is not a bare one.
const { readFileSync } = require('node:fs');
const { contextBridge } = require('electron');

const argument = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
contextBridge.exposeInMainWorld('given', {
  peer: argument('peer'),
  blocks: JSON.parse(readFileSync(argument('document'), 'utf8')),
  surroundings: argument('surroundings') ? readFileSync(argument('surroundings'), 'utf8') : '',
});
