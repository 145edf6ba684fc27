/** Nouns that announce the title of a work, a show or a nickname in quotation marks. */
export const WORK_NOUNS: ReadonlySet<string> = new Set(
  `show series film movie documentary song album single novel book play musical sitcom drama episode program programme podcast
magazine newspaper blog painting poem essay anthem hit bestseller memoir column comedy opera game exhibition aria hymn sonnet
nbc's abc's cbs's cnn's fox's msnbc's nbc abc cbs cnn fox msnbc pbs hbo netflix bbc npr's itv's titled entitled called dubbed
nicknamed`.split(/\s+/),
);

/** Words directly before quotation marks that say the reporter does not own the expression: "so-called". */
export const DISTANCING_WORDS: ReadonlySet<string> = new Set(
  'so-called known self-described self-styled aka term word phrase terms words nickname nicknamed proverbial'.split(
    ' ',
  ),
);

/** Words that are not capitalised in titles. */
export const SMALL_TITLE_WORDS: ReadonlySet<string> = new Set(
  'a an the of and or in on for to with at by from as is vs de la'.split(' '),
);
