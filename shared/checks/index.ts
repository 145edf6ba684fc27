export { applyFix, applyFixes } from './apply-fix';
export type { CheckMoment, CheckSetting } from './check';
export { blocksExport, type Checker, checkArticle, createChecker } from './checker';
export { type Finding, type Fix, type Place, type Severity, severities } from './finding';
export { checkStyleRule, describeStyleRefusal, type StyleRefusal } from './house-style';
export {
  describeStyleFileRefusal,
  exportHouseStyle,
  type ImportedStyle,
  importHouseStyle,
  type RefusedRow,
  type StyleFileRefusal,
} from './house-style-csv';
export { heedFinding, ignoreFinding, mayBeIgnored } from './ignore';
export { withoutPrivateWords } from './private-words';
export { spellingFix } from './spelling/spelling';
export { pictureFiles } from './structure/pictures';
export { parseWordList, type WordList, type WordListRefusal } from './words/word-list';
