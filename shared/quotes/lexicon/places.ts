/** Names of places that stand between commas beside people ("Aurora, Colorado, said"): no person is called so alone. */
export const PLACES: ReadonlySet<string> = new Set(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky
louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
tennessee texas utah vermont wisconsin wyoming washington chicago boston london paris berlin brussels moscow beijing tokyo ottawa canberra
dublin rome madrid lisbon vienna warsaw kyiv ankara cairo tehran baghdad kabul delhi islamabad seoul geneva hollywood brooklyn manhattan
america britain england scotland wales ireland france germany spain italy portugal austria switzerland belgium netherlands sweden norway
denmark finland poland hungary greece turkey russia ukraine china japan india pakistan bangladesh korea vietnam thailand indonesia malaysia
philippines australia canada mexico brazil argentina chile colombia peru venezuela cuba egypt israel iran iraq syria lebanon afghanistan
nigeria kenya ethiopia ghana somalia sudan libya tunisia morocco algeria europe asia africa`.split(/\s+/),
);

/** First words of names of places of two words: "New Hampshire", "South Carolina". */
export const PLACE_OPENINGS: ReadonlySet<string> = new Set(
  'new north south east west san los las saint st. united fort port'.split(' '),
);
