import { assertNever } from '../../shared/base/assert-never';
import { manifestInWords } from '../../shared/export/manifest';
import { strings } from '../strings/en';
import { callFailure, readProblemOf } from '../strings/failures';
import { deliveryFailure, leavingWords, notPrinted } from '../strings/leaving';
import { Button } from '../ui/Button';
import styles from './SendOutDialog.module.css';
import type { SentOut, Stay } from './send-out';

interface SendOutReportProps {
  readonly path: string;
  readonly sent: SentOut;
  readonly onOpen: (slug: string) => void;
}

/** What came of a run: what left, and each article that stayed with every reason. */
export function SendOutReport({ path, sent, onOpen }: SendOutReportProps) {
  const { written, stayed, notReached, manifestProblem } = sent;
  const [first] = written;
  return (
    <div className={styles.report}>
      <div role="status">
        <p className={styles.outcome}>
          {first ? leavingWords.sendOut.written(written.length, path) : leavingWords.sendOut.none}
        </p>
        {first ? (
          <p className={styles.soft}>
            {manifestInWords({
              ...first,
              files: written.flatMap(({ files }) => files),
              omitted: written.flatMap(({ omitted }) => omitted),
            })}
          </p>
        ) : null}
        {notReached > 0 ? <p>{leavingWords.sendOut.notReached(notReached)}</p> : null}
        {manifestProblem ? (
          <p className={styles.problem}>
            {leavingWords.sendOut.manifestNotWritten(deliveryFailure(manifestProblem))}
          </p>
        ) : null}
      </div>
      {stayed.length > 0 ? (
        <section aria-label={leavingWords.sendOut.stayed(stayed.length)}>
          <h3 className={styles.outcome}>{leavingWords.sendOut.stayed(stayed.length)}</h3>
          <ul className={styles.stayed}>
            {stayed.map(({ entry: { slug, headline }, why }) => (
              <li key={slug} className={styles.stay}>
                <div>
                  <strong>{headline || strings.library.untitled}</strong>
                  {reasonsOf(why).map((reason) => (
                    <p key={reason}>{reason}</p>
                  ))}
                </div>
                <Button
                  aria-label={`${leavingWords.sendOut.openArticle}: ${headline || strings.library.untitled}`}
                  onClick={() => onOpen(slug)}
                >
                  {leavingWords.sendOut.openArticle}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** Why an article stayed, each reason a sentence. */
function reasonsOf(why: Stay): readonly string[] {
  switch (why.code) {
    case 'refused':
      return why.reasons;
    case 'missing-picture':
    case 'damaged-picture':
      return [leavingWords.exportDialog.notExported(leavingWords.exportDialog.picture[why.code](why.file))];
    case 'mistake':
      return [callFailure({ code: 'internal' })];
    case 'taken':
      return [leavingWords.sendOut.takenBefore];
    case 'clash':
      return [leavingWords.sendOut.clash(why.file)];
    case 'call':
      return [callReason(why)];
    default:
      return assertNever(why);
  }
}

function callReason({ doing, failure }: Extract<Stay, { code: 'call' }>): string {
  switch (doing) {
    case 'reading':
      return readProblemOf(failure);
    case 'writing':
      return leavingWords.exportDialog.notWritten(deliveryFailure(failure));
    case 'printing':
      return notPrinted(failure);
    default:
      return assertNever(doing);
  }
}
