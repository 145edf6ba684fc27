// Hands the page the name of its editor and the text to show.
const { readFileSync } = require('node:fs');
const { contextBridge } = require('electron');

const argument = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
contextBridge.exposeInMainWorld('given', {
  peer: argument('peer'),
  blocks: JSON.parse(readFileSync(argument('document'), 'utf8')),
});
