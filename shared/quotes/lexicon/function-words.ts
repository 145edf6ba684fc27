const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const DETERMINERS =
  words(`the a an this that these those each every either neither no any some several many few
most all both another such whose one two three four five six seven eight nine ten dozens hundreds other`);

export const INDEFINITE_DETERMINERS = words('a an another one some several many few other');

export const POSSESSIVES = words('his her its their my our your whose');

/** Pronouns that can stand for a speaker alone. */
export const PRONOUNS =
  words(`he she they it we i you him them us me himself herself themselves who whom which
everyone everybody someone somebody anyone anybody nobody none`);

/** Determiners that can also stand alone for speakers: "many said", "another added", "one wrote". */
export const ALONE_DETERMINERS = words(
  'another one others some many both several all most few none each this that these those',
);

export const RELATIVES = words('who which that whom whose');

export const PREPOSITIONS =
  words(`of in on at by for from with without about against among between into onto over under
after before during since until till through throughout toward towards upon via within across along amid around as
behind beneath beside besides beyond despite except inside like near off outside past per plus regarding concerning
than to up down out versus vs aboard above below unlike following including according due because while although though
if unless whether when whenever where wherever how why once lest whereas so what whatever`);

/** Of the prepositions, those that open a subordinate clause with its own subject and verb. */
export const SUBORDINATORS =
  words(`because while although though if unless whether when whenever where wherever how why
once lest whereas after before since until till as so that than what whatever`);

export const CONJUNCTIONS = words('and or but nor yet');

export const ADVERBS =
  words(`also then later again still just even only never always often once twice soon already not now
today yesterday tomorrow tonight here there too instead however meanwhile moreover nevertheless furthermore thus hence
ever perhaps maybe rather quite very well almost back first second third last further earlier far away together ago
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
afterward afterwards else indeed long much more most otherwise otherwise simply sometimes somehow somewhat therefore
both once similarly additionally finally recently n't yes no oh well okay ok please`);

export const WEEKDAYS_AND_MONTHS =
  words(`monday tuesday wednesday thursday friday saturday sunday january february march april
may june july august september october november december jan feb aug sept oct nov dec`);

/** Words that end in -ly and are no adverbs. */
export const NOT_ADVERBS =
  words(`family only early daily weekly monthly ally rally bully reply supply italy july assembly anomaly
kelly sally emily billy willy molly holly beverly kimberly carly o'reilly reilly elderly likely friendly costly`);

/** Words with a full stop that does not end a sentence. */
export const ABBREVIATIONS =
  words(`mr mrs ms dr prof sen sens rep reps gov govs lt col gen sgt capt cmdr maj adm hon rev st jr sr
vs etc inc corp co ltd no jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind
kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo fig al dept univ assn bros supt det atty`);
