import { type AdTarget, adTargetNames, type LookName, lookNames } from '../../shared/article/desk-settings';
import { leavingWords } from '../strings/leaving';
import { Choice } from '../ui/Field';
import styles from './SendOutDialog.module.css';
import { type Handover, hasLook, showsAds, type Way, ways, wayTitle } from './ways';

interface HandoverChoiceProps {
  readonly handover: Handover;
  readonly onChange: (handover: Handover) => void;
}

/** As what the articles go out: the format, and what matters to it. */
export function HandoverChoice({ handover, onChange }: HandoverChoiceProps) {
  const { way, ads, look } = handover;
  return (
    <div className={styles.choices}>
      <Choice<Way>
        label={leavingWords.exportDialog.format}
        value={way}
        options={ways.map((value) => ({ value, label: wayTitle(value) }))}
        onChange={(next) => onChange({ ...handover, way: next })}
      />
      {hasLook(way) ? (
        <Choice<LookName>
          label={leavingWords.exportDialog.look}
          value={look}
          options={lookNames.map((value) => ({ value, label: leavingWords.exportDialog.looks[value] }))}
          onChange={(next) => onChange({ ...handover, look: next })}
        />
      ) : null}
      {showsAds(way) ? (
        <Choice<AdTarget>
          label={leavingWords.exportDialog.ads}
          value={ads}
          options={adTargetNames.map((value) => ({ value, label: leavingWords.adTargets[value] }))}
          onChange={(next) => onChange({ ...handover, ads: next })}
        />
      ) : null}
    </div>
  );
}
