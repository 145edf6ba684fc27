import type { DeskSettings } from '../../../shared/article/desk-settings';
import { actions } from '../../../shared/ipc/actions';
import { articleFactsWords } from '../../strings/article-facts';
import { strings } from '../../strings/en';
import { languageChoices } from '../../strings/languages';
import { settingsWords } from '../../strings/settings';
import { Button } from '../../ui/Button';
import { Choice, Field } from '../../ui/Field';
import styles from './Settings.module.css';

interface SectionProps {
  readonly draft: DeskSettings;
  readonly set: (fields: Partial<DeskSettings>) => void;
}

/** Whether `text` can be the address under which articles appear; empty for none. */
export const fitsAsAddress = (text: string): boolean => text === '' || /^https?:\/\/[^\s"<>]+$/.test(text);

/** The folder, and where its articles appear. */
export function DeskSection({
  draft,
  set,
  path,
  onChangeDesk,
}: SectionProps & { readonly path: string; readonly onChangeDesk: () => void }) {
  const base = draft.canonicalBase ?? '';
  return (
    <>
      <div className={styles.folder}>
        <span className={styles.caption}>{settingsWords.folder}</span>
        <code className={styles.path}>{path}</code>
        <Button onClick={onChangeDesk}>{strings.desk.choose}</Button>
      </div>
      <Field
        label={settingsWords.canonicalBase}
        hint={fitsAsAddress(base) ? settingsWords.canonicalHint : settingsWords.canonicalRefused}
        invalid={!fitsAsAddress(base)}
        value={base}
        onChange={(canonicalBase) => set({ canonicalBase })}
      />
      <Choice<'clean' | 'keep'>
        label={settingsWords.links}
        hint={settingsWords.linksHint}
        value={draft.cleanLinks ? 'clean' : 'keep'}
        options={[
          { value: 'clean', label: settingsWords.linksClean },
          { value: 'keep', label: settingsWords.linksKeep },
        ]}
        onChange={(value) => set({ cleanLinks: value === 'clean' })}
      />
    </>
  );
}

/** The name of the publication, as readers see it on exported pages. */
export function MastheadSection({ draft, set }: SectionProps) {
  const { name, tagline } = draft.masthead;
  return (
    <>
      <p className={styles.masthead} aria-hidden>
        <strong>{name || settingsWords.masthead}</strong>
        <span>{tagline}</span>
      </p>
      <Field
        label={settingsWords.masthead}
        hint={name.trim() === '' ? settingsWords.mastheadMissing : undefined}
        invalid={name.trim() === ''}
        value={name}
        onChange={(changed) => set({ masthead: { ...draft.masthead, name: changed } })}
      />
      <Field
        label={settingsWords.tagline}
        value={tagline}
        onChange={(changed) => set({ masthead: { ...draft.masthead, tagline: changed } })}
      />
    </>
  );
}

/** The language of new articles, and the words its dictionary lacks. */
export function LanguageSection({ draft, set }: SectionProps) {
  return (
    <>
      <Choice
        label={settingsWords.language}
        hint={articleFactsWords.spelling(draft.language)}
        value={draft.language}
        options={languageChoices(draft.language)}
        onChange={(language) => set({ language })}
      />
      <Field
        label={settingsWords.words}
        hint={settingsWords.wordsHint}
        lines="many"
        value={draft.words.join('\n')}
        onChange={(typed) => set({ words: typed.split('\n').filter((word) => word.trim() !== '') })}
      />
    </>
  );
}

/** How the house prints its ad breaks, and the way to where they may stand. */
export function AdvertisingSection({
  draft,
  set,
  onAdPolicy,
}: SectionProps & { readonly onAdPolicy: () => void }) {
  const { adWording } = draft;
  return (
    <>
      <Field
        label={settingsWords.adLabel}
        value={adWording.label}
        onChange={(label) => set({ adWording: { ...adWording, label } })}
      />
      <Field
        label={settingsWords.continuation}
        value={adWording.continuation}
        onChange={(continuation) => set({ adWording: { ...adWording, continuation } })}
      />
      <div className={styles.folder}>
        <span className={styles.caption}>{settingsWords.policy}</span>
        <Button onClick={onAdPolicy}>{actions['adBreak.policy'].label}</Button>
      </div>
    </>
  );
}
