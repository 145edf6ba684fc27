import { Monitor, Smartphone, Tablet, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Article } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { exportArticle } from '../../shared/export/formats';
import { describeRefusal } from '../../shared/export/refusal';
import type { Client } from '../../shared/ipc/contract';
import { type PreviewWidth, previewWidthNames } from '../../shared/ipc/preferences';
import { leavingWords } from '../strings/leaving';
import { IconButton } from '../ui/Button';
import { rememberedChoice } from './choice';
import { useHouseStyle } from './house-style';
import { Preview } from './Preview';
import styles from './PreviewPane.module.css';
import { useBookInForce } from './use-book-in-force';

interface PreviewPaneProps {
  readonly client: Client;
  readonly article: Article;
  readonly desk: DeskSettings;
  readonly width: PreviewWidth;
  readonly onWidth: (width: PreviewWidth) => void;
  readonly onClose: () => void;
}

const pictures: Readonly<Record<PreviewWidth, typeof Monitor>> = {
  phone: Smartphone,
  tablet: Tablet,
  desktop: Monitor,
};

/** The article as it would be published now, in a powerless frame of its own, on the screen of a phone, tablet or desktop. */
export function PreviewPane({ client, article, desk, width, onWidth, onClose }: PreviewPaneProps) {
  const pane = useRef<HTMLElement>(null);
  const house = useHouseStyle(client);
  const book = useBookInForce(client);
  const exported = useMemo(() => {
    if (!house || !book?.ok) return null;
    const { ads, look } = rememberedChoice(article.id, desk);
    return exportArticle(article, desk, 'page', {
      ads,
      look,
      houseStyle: house.css,
      canonicalUrl: null,
      crops: false,
    });
  }, [article, desk, house, book]);
  const html = exported?.ok ? exported.value.files[0]?.text : undefined;
  useEffect(() => pane.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(), []);

  return (
    <section
      ref={pane}
      className={styles.pane}
      aria-label={leavingWords.preview.region}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.bar} role="toolbar" aria-label={leavingWords.preview.widths}>
        <span className={styles.words}>{leavingWords.preview.hint}</span>
        {previewWidthNames.map((name) => {
          const Picture = pictures[name];
          return (
            <IconButton
              key={name}
              label={leavingWords.preview.width[name]}
              icon={<Picture size={16} aria-hidden />}
              aria-pressed={name === width}
              data-takes-focus={name === width || undefined}
              onClick={() => onWidth(name)}
            />
          );
        })}
        <IconButton
          label={leavingWords.preview.close}
          keys="Escape"
          icon={<X size={16} aria-hidden />}
          onClick={onClose}
        />
      </div>
      {html !== undefined ? (
        <div className={styles.ground} data-width={width}>
          <Preview
            client={client}
            slug={article.slug}
            text={html}
            isHtml
            width={width}
            frame={styles.frame}
          />
        </div>
      ) : null}
      {book && !book.ok ? (
        <div role="alert" className={styles.refused}>
          <h2>{leavingWords.preview.refused}</h2>
          <p>{book.error}</p>
        </div>
      ) : null}
      {exported && !exported.ok ? (
        <div role="alert" className={styles.refused}>
          <h2>{leavingWords.preview.refused}</h2>
          <ul>
            {exported.error.map((refusal) => (
              <li key={`${refusal.code} ${refusal.place.block} ${refusal.excerpt}`}>
                {describeRefusal(refusal)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
