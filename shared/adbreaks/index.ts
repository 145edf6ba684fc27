export type { AdFix } from './ad-fix';
export { applyAdFix } from './fixes';
export {
  type AdFigures,
  type AdGap,
  adFigures,
  inspectAdBreaks,
} from './inspect';
export { phoneWidth } from './page-metrics';
export { explainBreaks, type PlacedBreak, type Placement, placeAutomatically } from './placement';
export {
  adSize,
  advisePolicy,
  checkPolicy,
  describePolicyRefusal,
  type FigureExplanation,
  figureExplanations,
  type PolicyAdvice,
  type PolicyFigure,
  type PolicyRefusal,
} from './policy';
export { type AdRuleCode, adRuleCodes } from './rules';
export { type BlockMeasures, createBlockMeasures } from './situation';
