import { useState } from 'react';
import {
  advisePolicy,
  checkPolicy,
  describePolicyRefusal,
  figureExplanations,
  type PolicyFigure,
} from '../../shared/adbreaks';
import { type AdPolicy, defaultAdPolicy } from '../../shared/article/ad-policy';
import { strings } from '../strings/en';
import { toolWords } from '../strings/tools';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, Field } from '../ui/Field';
import styles from './AdPolicyDialog.module.css';

/** For which articles a policy holds. */
export type PolicyScope = 'desk' | 'article';

interface AdPolicyDialogProps {
  readonly deskPolicy: AdPolicy;
  /** null: the article follows the desk. */
  readonly articlePolicy: AdPolicy | null;
  readonly onSave: (scope: PolicyScope, policy: AdPolicy) => void;
  /** Gives the article back to the desk's policy. */
  readonly onFollowDesk: () => void;
  readonly onClose: () => void;
}

type Typed = Readonly<Record<PolicyFigure, string>> & { readonly size: string };

/** Density is typed and shown in per cent; the policy keeps the share. */
const shown = (policy: AdPolicy): Typed => ({
  ...(Object.fromEntries(
    figureExplanations.map(({ field, unit }) => [
      field,
      String(unit === 'share' ? Math.round(policy[field] * 1000) / 10 : policy[field]),
    ]),
    // The explanations name every figure once.
  ) as Record<PolicyFigure, string>),
  size: policy.size,
});

function read(typed: Typed, former: AdPolicy): AdPolicy {
  const figures = figureExplanations.map(({ field, unit }) => {
    const value = typed[field].trim() === '' ? Number.NaN : Number(typed[field].replace(',', '.'));
    return [field, unit === 'share' ? value / 100 : value];
  });
  return { ...former, ...Object.fromEntries(figures), size: typed.size.trim() };
}

/** The ad policy: each figure with why it is there and where its default comes from. Impossible ones are refused. */
export function AdPolicyDialog(props: AdPolicyDialogProps) {
  const { deskPolicy, articlePolicy, onSave, onFollowDesk, onClose } = props;
  const [scope, setScope] = useState<PolicyScope>(articlePolicy ? 'article' : 'desk');
  const former = scope === 'article' ? (articlePolicy ?? deskPolicy) : deskPolicy;
  const [typed, setTyped] = useState(() => shown(articlePolicy ?? deskPolicy));
  const policy = read(typed, former);
  const checked = checkPolicy(policy);
  return (
    <Dialog
      title={toolWords.adBreaks.policyTitle}
      closeLabel={strings.close}
      width={620}
      onClose={onClose}
      actions={
        <>
          {articlePolicy ? (
            <Button look="quiet" className={styles.first} onClick={onFollowDesk}>
              {toolWords.adBreaks.followDesk}
            </Button>
          ) : null}
          <Button onClick={() => setTyped(shown(defaultAdPolicy))}>{toolWords.adBreaks.defaults}</Button>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button look="primary" disabled={!checked.ok} onClick={() => onSave(scope, policy)}>
            {toolWords.adBreaks.save}
          </Button>
        </>
      }
    >
      <Choice<PolicyScope>
        label={toolWords.adBreaks.scope}
        value={scope}
        options={[
          { value: 'desk', label: toolWords.adBreaks.scopes.desk },
          { value: 'article', label: toolWords.adBreaks.scopes.article },
        ]}
        onChange={setScope}
      />
      {checked.ok ? null : (
        <ul role="alert" className={styles.refusals}>
          {checked.error.map((refusal) => (
            <li key={describePolicyRefusal(refusal)}>{describePolicyRefusal(refusal)}</li>
          ))}
        </ul>
      )}
      {checked.ok && advisePolicy(policy).length > 0 ? (
        <ul className={styles.advice}>
          {advisePolicy(policy).map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      ) : null}
      {figureExplanations.map(({ field, label, unit, why, source }) => (
        <Field
          key={field}
          label={unit === 'share' ? `${label} (%)` : unit === 'CSS pixels' ? `${label} (${unit})` : label}
          hint={`${why} ${source}`}
          value={typed[field]}
          onChange={(value) => setTyped((present) => ({ ...present, [field]: value }))}
        />
      ))}
      <Field
        label={toolWords.adBreaks.size}
        hint={toolWords.adBreaks.sizeHint}
        value={typed.size}
        onChange={(size) => setTyped((present) => ({ ...present, size }))}
      />
    </Dialog>
  );
}
