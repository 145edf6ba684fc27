import { $isParagraphNode } from 'lexical';
import { type ChangeEvent, type KeyboardEvent, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { bylineText, parseByline } from '../../shared/article/byline';
import type { Head, Session } from '../session/session';
import { strings } from '../strings/en';
import { Later, part } from '../ui/later';
import type { ArticleEditor } from './article-editor';
import { $blockCount, $firstBlock } from './blocks';
import { setTyped } from './field-typography';
import './page.css';
import { hideFromReact } from './unseen-by-react';

// What the first keystroke does not need is fetched behind the page.
const blockHandle = part(() => import('./BlockHandle').then((loaded) => loaded.BlockHandle));
const slashMenu = part(() => import('./SlashMenu').then((loaded) => loaded.SlashMenu));
const floatingToolbar = part(() => import('./FloatingToolbar').then((loaded) => loaded.FloatingToolbar));

const leadImage = part(() => import('./LeadImage').then((loaded) => loaded.LeadImage));

interface EditorPageProps {
  readonly editor: ArticleEditor;
  readonly session: Session;
  readonly onTag: () => void;
  readonly onLink: () => void;
  /** The headline was typed and left. */
  readonly onHeadline: () => void;
}

/** The page: kicker, headline, deck, byline, dateline as the reader will see them, then the body. */
export function EditorPage({ editor, session, onTag, onLink, onHeadline }: EditorPageProps) {
  const page = useRef<HTMLDivElement>(null);
  const inUse = useSyncExternalStore(editor.texts.onActive, editor.active);
  const language = session.use((state) => (state.kind === 'open' ? state.head.language : undefined));
  return (
    <div ref={page} className="page" lang={language}>
      <HeadField
        editor={editor}
        session={session}
        field="kicker"
        label={strings.fields.kicker}
        hint={strings.fields.kickerHint}
      />
      <HeadField
        editor={editor}
        session={session}
        field="headline"
        label={strings.fields.headline}
        hint={strings.fields.headlineHint}
        onLeave={onHeadline}
      />
      <HeadField
        editor={editor}
        session={session}
        field="deck"
        label={strings.fields.deck}
        hint={strings.fields.deckHint}
      />
      <div className="credits">
        <BylineField editor={editor} session={session} />
        <HeadField
          editor={editor}
          session={session}
          field="dateline"
          label={strings.fields.dateline}
          hint={strings.fields.datelineHint}
        />
      </div>
      <Later part={leadImage} editor={editor} session={session} />
      <Body editor={editor} />
      <Later part={slashMenu} editor={editor.lexical} items={editor.slashItems} />
      <Later part={blockHandle} editor={editor.lexical} page={page} />
      <Later part={floatingToolbar} editor={inUse} onTag={onTag} onLink={onLink} />
    </div>
  );
}

/** Enter goes on to the next field; a headline has no line breaks. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLElement>('.page .head-field, .page .body')];
  fields[fields.indexOf(event.currentTarget) + 1]?.focus();
}

type TextField = 'kicker' | 'headline' | 'deck' | 'dateline';

interface HeadFieldProps {
  readonly editor: ArticleEditor;
  readonly session: Session;
  readonly field: TextField;
  readonly label: string;
  readonly hint: string;
  readonly onLeave?: () => void;
}

function HeadField({ editor, session, field, label, hint, onLeave }: HeadFieldProps) {
  const value = session.use((state) => (state.kind === 'open' ? state.head[field] : ''));
  const long = field === 'headline' || field === 'deck';
  const shared = {
    className: `head-field ${field}`,
    'aria-label': label,
    placeholder: hint,
    'data-head-field': field,
    dir: 'auto',
    value,
    spellCheck: false,
    onKeyDown: goOn,
    onBlur: () => onLeave?.(),
    onChange: ({ target, nativeEvent }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const change = () =>
        session.change({ [field]: target.value.replace(/[\r\n]+/g, ' ') } satisfies Partial<Head>);
      change();
      if (field !== 'dateline' && setTyped(target, nativeEvent, editor.typography()))
        editor.history.substitutes(change);
    },
  };
  return long ? <textarea rows={1} {...shared} /> : <input type="text" {...shared} />;
}

/** The byline is typed as it is read ("By Ada Field and Ben Okri") and kept as a list of names. */
function BylineField({ editor, session }: Pick<HeadFieldProps, 'editor' | 'session'>) {
  const field = useRef<HTMLInputElement>(null);
  const bylines = session.use((state) => (state.kind === 'open' ? state.head.bylines : null));
  useLayoutEffect(() => {
    // While it is being typed it may be half a name: then the field leads, otherwise the article does.
    if (field.current && document.activeElement !== field.current)
      field.current.value = bylineText(bylines ?? []);
  }, [bylines]);
  return (
    <input
      ref={field}
      type="text"
      className="head-field byline"
      data-head-field="bylines"
      dir="auto"
      aria-label={strings.fields.byline}
      placeholder={strings.fields.bylineHint}
      spellCheck={false}
      onKeyDown={goOn}
      onChange={({ target, nativeEvent }) => {
        const change = () => session.change({ bylines: parseByline(target.value, bylines ?? []) });
        change();
        if (setTyped(target, nativeEvent, editor.typography())) editor.history.substitutes(change);
      }}
      onBlur={(event) => {
        event.target.value = bylineText(bylines ?? []);
      }}
    />
  );
}

/** The place of the body. React draws it once; what stands in it is Lexical's. */
function Body({ editor }: { readonly editor: ArticleEditor }) {
  const root = useRef<HTMLDivElement>(null);
  // The words are in the first frame that shows the page.
  useLayoutEffect(() => {
    const element = root.current;
    if (element) hideFromReact(element);
    const stop = editor.lexical.registerUpdateListener(({ editorState }) => {
      element?.toggleAttribute('data-empty', editorState.read($isEmpty));
    });
    editor.lexical.setRootElement(element);
    return () => {
      stop();
      editor.lexical.setRootElement(null);
    };
  }, [editor]);
  return (
    // Lexical lays the marks of a selection that has lost the keyboard into the parent, which may have no padding.
    <div className="body-place">
      {/* biome-ignore lint/a11y/useSemanticElements: no form element can hold formatted text. */}
      <div
        ref={root}
        className="body"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline="true"
        aria-label={strings.fields.body}
        data-placeholder={strings.fields.bodyHint}
        spellCheck={false}
        tabIndex={0}
      />
    </div>
  );
}

/** One empty paragraph: nothing was written yet. */
function $isEmpty(): boolean {
  const first = $firstBlock();
  return $blockCount() <= 1 && (first === null || ($isParagraphNode(first) && first.isEmpty()));
}
