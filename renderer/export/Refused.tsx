import type { ArticlePart, Place } from '../../shared/checks/finding';
import type { Part, Refusal } from '../../shared/export/refusal';
import { leavingWords } from '../strings/leaving';
import { LinkButton } from '../ui/Button';
import styles from './ExportDialog.module.css';

/** Why an article may not leave, and where that can be mended; null where it is not in the article. */
interface Reason {
  readonly words: string;
  readonly place: Place | null;
}

interface RefusedProps {
  readonly reasons: readonly Reason[];
  readonly onShow: (place: Place) => void;
}

/** What keeps the article here, and the way to each place. */
export function Refused({ reasons, onShow }: RefusedProps) {
  return (
    <div role="alert" className={styles.refused}>
      <h3>{leavingWords.exportDialog.refused}</h3>
      <ul>
        {reasons.map(({ words, place }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two reasons may have the same words.
          <li key={index}>
            {words}{' '}
            {place ? (
              <LinkButton className={styles.show} onClick={() => onShow(place)}>
                {leavingWords.exportDialog.goTo}
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Masthead and address are the desk's; what stands in an attribution has its block. */
const parts: Readonly<Record<Part, ArticlePart | null>> = {
  slug: 'slug',
  kicker: 'kicker',
  headline: 'headline',
  deck: 'deck',
  byline: 'byline',
  dateline: 'dateline',
  section: 'section',
  subjects: 'subjects',
  'lead image': 'leadImage',
  body: 'body',
  corrections: 'correction',
  masthead: null,
  address: null,
  attribution: 'body',
};

/** The place of a refusal as the checks name it. */
export function placeOf({ place }: Refusal): Place | null {
  if (place.block !== null) return { kind: 'block', block: place.block };
  const part = parts[place.part];
  return part && { kind: 'article', part, id: '' };
}
