/*
 * What the search for words run together knows about English beyond the word list: which small words readers run into
 * others, which of them also begin or end real words, and which names are written with a capital inside.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Small words: articles, prepositions, pronouns, auxiliaries, conjunctions, and the verbs of saying of every report. */
export const smallWords = set(`
  a an the this that these those and or but nor so yet if as because while when where who whom whose which what why how
  although though unless until since than then
  of in on at to for from with by about into onto upon over under up out off down after before between among against
  during through without within across toward towards around behind beyond despite near
  i he she it we they you me him her us them his its our their your my mine
  is are was were be been being am has have had having do does did will would can could should may might must shall
  not no any some all both each every other another such only also just even more most much many very too
  said says told added asked wrote called there here now still again never ever
`);

/** Small words that begin so many real words that what follows must be a small word too. */
export const prefixWords = set(`
  over out under up down off after before about back mid non anti pre post super semi sub multi micro mega mini cyber
  counter inter intra trans ultra neo geo eco bio auto self half ever every any some all fore mis dis un re de co ex en
  em bi tri be so no a an i by per pro con para poly step tele photo electro hydro psycho socio near through
`);

/** Words that end so many compounds that the word before must be a small word, and none that begins words. */
export const compoundEnds = set(`
  like wise ward wards wide proof free less able ish ship ships hood man men woman women person persons people maker makers making
  goer goers time times way ways land lands house houses work works worker workers working line lines lined side sides
  sided room rooms book books day days night nights ball balls board boards back backs backed up out off over down in on
  fish field fields fighter fighters holder holders keeper keepers keeping raiser raisers raising payer payers
  list lists listed print prints head heads headed hand hands handed foot footed eye eyed hearted minded
  set sets box boxes bag bags bar bars bed beds bell bird birds boat boats body bone bones boy boys girl girls brow
  brain brained break breaks breaker breakers breaking bred burst bus by car care case cast caster casting chair cloth
  craft crafts crew cut cuts cutting cutter cycle dog dogs door doors draw dream dress drop drops eater eaters
  end ends ended fall falls fire fires flow fold folks force friend friends front fruit gate gates get glass going gone
  ground grounds group grown guard guards gun guns hair head health hill hold holds horn hole holes hop
  horse hour hours in it ix jack key keys kin kind law laws lead leaf leg legs life light lights link linked lock locks
  long look looking lord made mail mails mark marks market mate mates mill mind mint mouth nail name named neck net nets
  note notes one ones pad page pages paper papers part pass path paths pay piece pin pipe place places plane planes
  plant play plays player pole pool port ports post posts pot power powered quarters rail rate ride rider riders ring rise
  road roads rock roll rope row run runs runner runners running scale scape school score screen screens seat sell seller
  sellers selling sheet shirt shirts shop shops shore shot shots show shows sick sight site sites size sized skin sky sleep
  smith snake son song speak spot spots stage stake stand star state step stick stock stone stop storm story
  stream streams streaming street string strong stuff style suit sun table tail tank taxi team tech
  telling test thing things throw tie tight tip tone tool tooth top town toy track train trap tree trip truck trucks
  tube turn type user users view walk walker wall walls war ware wash watch water wave wave weed week weeks
  weight well wheel wife wind window wing wings wire wood wool word words world worm worn worth worthy writer writers writing
  term terms offs race races hall halls point points brief briefs downs hopped member members tables basket baskets homes leading burger
  burgers around source sourced sourcing raise raised raises panel brew count counts counting
  guest guests mouth mouthed hard crap home season seasons fest load loads
  yard yards year years son sons sen berg burg burgh ton ville stein gate speak crat dom
`);

/** Number words, before initials: "threeEU". */
export const numberWords = set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion first second third',
);

/** Names written with a capital inside that would otherwise look like two words. */
export const innerCapitals = set(`
  easyJet mySpace mySQL openSUSE openAI openSSL airBaltic airAsia airBnB theGrio theSkimm theScore moveOn inDrive onStar
  myGov macOS iOS iPadOS watchOS tvOS webOS deviantArt reCAPTCHA reKindle toyRUs jetBlue playStation
  TheStreet TheBlaze TheHill TheWrap TheRoot TheLadders TheraBreath InStyle InTouch OnStar ThisWeek ThisIsMoney MoveOn
  MySpace MyPlate MyPillow OkCupid OnePlus AllState ForTheLoveOfGod ToysRUs WeWork WeChat WeTransfer YouTube YouGov
  YouTuber YouTubers YouPorn HeForShe MeToo NoFly InDesign IndieGoGo ByteDance UpWork UpGuard UpToDate HimToo BeReal OutKast
  Israelis Pakistanis Iraqis Kuwaitis Yemenis Saudis Bangladeshis Omanis Qataris Bahrainis Nepalis Azerbaijanis Emiratis
  Marchand Aftergood JPMorgan NeverTrump SoFi SoCal SoHo NoCal NorCal NoHo WhatsApp WhoSay WhoWhatWhy HuffPost AtlanticLive AndroidOS
`);

/** Titles that run into the name they stand before: "MrTrump". */
export const titles = set(
  'Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Sgt Capt Prof Rev Sir Lord Lady President Senator Governor',
);

/** Small words with which a name may be run together at its end, though few names end in them: "Universityof". */
export const nameEndings = set(`
  of and said says told was were had has have with that from who which but would will could should are been after
  when while where than into about against during before because their there they them these those this also if
`);

/** Small words in which many names end (Martin, Harrison, Prentice): they count only after a word that is surely one. */
export const riskyNameEndings = set('in on is at to by for as the it he she not its his her or');

/** Capitalised words of one sentence's beginning that may have the next word stuck to them: "Thepresident". */
export const sentenceBeginnings = set(
  'The This That These Those But And When While They There What With From Then Their Because Although',
);

/** Small words that begin slogans and brands written as one word: "NeverTrump", "MyPillow". */
export const sloganBeginnings = set(
  'never no not all just we our my me you your more so up out off over under be i',
);

/** Words of at most two letters that may stand after an ordinary word; those in the second list only after a common one. */
export const shortEndings = set('of to by');
export const riskyShortEndings = set('in on at is as a');

/** Small words that begin no other words, so that even a rare word after them is believed. */
export const safeBeginnings = set(
  'the and that this with from which their these those what when where would could should were was his of',
);

/** Words of one or two letters that make a pair with another of them: "ofa", "itis", "tobe". */
export const shortWords = set('of in on at to by is it he we as or if be an a');

/** Letters that are such a pair and something else: "toon", "isis", "beat". */
export const notPairs = set('toon isis atoi inis asis abe ahe aan bean itit hean heat hein orb');
