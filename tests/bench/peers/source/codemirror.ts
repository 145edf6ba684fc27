import { basicSetup, EditorView } from 'codemirror';
import type { Peer } from './peer';

/** CodeMirror 6 with its basic setup and wrapped lines; an ad break is a line of dashes. */
export function codemirror(): Peer {
  let view: EditorView;
  return {
    open(place, blocks) {
      place.style.height = '100%';
      view = new EditorView({
        doc: blocks.map((block) => (block.kind === 'paragraph' ? block.text : '----')).join('\n'),
        extensions: [basicSetup, EditorView.lineWrapping],
        parent: place,
      });
    },
    caretToMiddle() {
      const { doc } = view.state;
      let line = doc.line(Math.ceil(doc.lines / 2));
      if (line.text === '----') line = doc.line(line.number + 1);
      view.dispatch({
        selection: { anchor: line.to },
        effects: EditorView.scrollIntoView(line.to, { y: 'center' }),
      });
      view.focus();
    },
  };
}
