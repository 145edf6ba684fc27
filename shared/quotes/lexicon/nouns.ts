const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Heads of noun phrases that stand for a person: "the spokeswoman", "a former aide". */
export const PERSON_NOUNS = words(`
spokesman spokeswoman spokesperson spokesmen spokespeople official officials senator senators congressman congresswoman representative
representatives governor governors mayor mayors president candidate candidates nominee nominees chairman chairwoman chair chairs director
directors manager managers strategist strategists adviser advisers advisor advisors aide aides lawyer lawyers attorney attorneys
judge judges justice justices prosecutor prosecutors sheriff officer officers detective police professor professors expert experts analyst
analysts economist economists scientist scientists researcher researchers historian historians author authors writer writers editor
editors columnist columnists reporter reporters journalist journalists host hosts moderator moderators anchor commentator critic critics
activist activists advocate advocates organizer organizers leader leaders member members supporter supporters voter voters resident residents
student students teacher teachers parent parents mother father son daughter wife husband brother sister widow uncle aunt cousin
friend friends colleague colleagues neighbor neighbors neighbour neighbours master headmaster postmaster man men woman women person people boy girl businessman businesswoman billionaire mogul
owner owners executive executives ceo founder co-founder partner veteran veterans soldier general colonel captain lieutenant sergeant
secretary minister ministers ambassador diplomat diplomats envoy pope bishop cardinal pastor priest rabbi imam reverend king queen prince princess
lawmaker lawmakers legislator legislators politician politicians republican republicans democrat democrats conservative conservatives
liberal liberals delegate delegates donor donors fundraiser operative operatives pollster pollsters consultant consultants lobbyist lobbyists
insider insiders source sources witness witnesses victim victims survivor survivors worker workers farmer farmers doctor doctors nurse
nurses physician physicians actor actress singer artist comedian director celebrity star player coach athlete quarterback
opponent opponents rival rivals foe ally allies guest speaker speakers staffer staffers employee employees volunteer volunteers
immigrant immigrants refugee refugees protester protesters demonstrator demonstrators fan fans follower followers user users
commissioner superintendent treasurer clerk auditor regulator regulators investigator investigators agent agents chief chiefs boss head
newcomer native retiree grandmother grandfather mom dad teenager kid kids child children contender front-runner frontrunner runner-up
vice-president hopeful socialist democrat tycoon developer magnate statesman envoy plaintiff plaintiffs defendant juror chancellor dean
scholar scholars fellow psychologist psychiatrist sociologist theorist philosopher poet novelist blogger blogger pundit pundits`);

/** Heads that stand for a body that speaks. */
export const ORGANISATION_NOUNS = words(`
campaign campaigns committee committees council board party government administration ministry department agency bureau office court
company companies firm corporation union association organization organisation group groups foundation institute center centre university college school
church team league club network newspaper paper magazine outlet station publisher website site blog army military police force
pac caucus coalition alliance commission congress senate house parliament white treasury pentagon bank fund
hospital museum library embassy consulate city county state nation country regime camp panel jury delegation convention society press times post news journal tribune herald gazette
guardian observer chronicle register institution authority service services`);

/** Heads that stand for a document or a broadcast that speaks. */
export const DOCUMENT_NOUNS = words(`
statement report reports letter letters memo memorandum email emails e-mail e-mails message messages post posts tweet tweets article story
stories piece column editorial op-ed essay book memoir study survey poll transcript transcripts ad ads advertisement commercial spot video
headline headlines caption release note footnote document documents filing complaint lawsuit suit brief opinion ruling order decision resolution
bill law act amendment constitution platform petition indictment affidavit warrant text texts sign signs placard banner poster shirt hat
flier flyer leaflet mailer invitation page website site account feed entry review profile biography script narrator voiceover announcement
proposal plan policy guidelines manual contract agreement treaty declaration manifesto speech remarks testimony interview exchange`);

/** Words before a name that are part of its title. */
export const TITLES = words(`
mr mrs ms miss dr prof professor sen sens senator rep reps representative congressman congresswoman gov govs governor president vice mayor
secretary minister chancellor premier king queen prince princess pope cardinal bishop archbishop father sister rev reverend pastor rabbi
imam sheikh sir dame lord lady judge justice chief attorney general gen col colonel lt lieutenant sgt sergeant capt captain maj major
adm admiral commander officer detective sheriff speaker leader chairman chairwoman chairperson director ambassador commissioner
spokesman spokeswoman spokesperson candidate nominee democrat republican democratic gop presidential majority minority senate house
former ex state prime deputy assistant under undersecretary treasurer councilman councilwoman councilmember assemblyman assemblywoman
delegate supervisor superintendent coach editor author columnist reporter host anchor actor actress singer comedian billionaire
businessman strategist adviser advisor aide economist historian analyst pollster consultant`);

export const MASCULINE_NOUNS =
  words(`mr sir lord king prince father man boy businessman spokesman congressman chairman husband son brother uncle
actor grandfather dad widower statesman councilman assemblyman pope bishop cardinal priest`);

export const FEMININE_NOUNS =
  words(`mrs ms miss dame lady queen princess mother woman girl businesswoman spokeswoman congresswoman chairwoman wife
daughter sister aunt actress grandmother mom widow councilwoman assemblywoman`);

/** Words that name a group when a run of capitals ends in them: "a New Hampshire Republican" is no name. */
export const GROUP_NOUNS =
  words(`republican republicans democrat democrats conservative conservatives liberal liberals libertarian
libertarians american americans european europeans muslim muslims christian christians senators governors`);

/** Titles that stand directly before a name, so that what comes before them ("Florida Sen. Rubio") is no part of it. */
export const RANKS =
  words(`mr mrs ms dr sen sens rep reps gov senator congressman congresswoman representative governor mayor president
secretary leader chairman chairwoman spokesman spokeswoman spokesperson director candidate nominee ambassador sheriff
commissioner councilman councilwoman strategist adviser advisor democrat republican staff journalist comedian columnist author
actor actress advocate officer analyst pollster economist historian professor detective captain chair chairperson senators representatives governors presidents mayors`);

/** Nouns that end like those for people ("baker", "potter") and are none. */
export const NOT_AGENTS =
  words(`center letter order paper newspaper number river tower summer winter matter water power former other offer
chapter error floor color labor harbor colour labour harbour corner border shelter computer quarter charter disaster barrier career
cancer fever weather dinner never whether however another together rather prior major minor interior exterior factor sector tractor motor
mirror terror horror honor favor behavior rumor humor december september october november theater theatre folder banner poster flier flyer
trailer container counter register answer manner meter filter layer laser printer scanner browser server router sister-paper chamber
senior junior superior inferior anterior list twist mist fist wrist consist resist exist insist persist median custodian-fund`);

/** Offices that go on with "of" before the name of who holds them: "Secretary of State Ana Poe". */
export const OFFICES = words('secretary director chief minister speaker commissioner');
