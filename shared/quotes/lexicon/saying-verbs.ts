/**
 * Verbs by which a reporter hands words to a speaker, by base form.
 *
 * `plain` verbs take quoted sentences ("said", "wrote"); `partial` verbs carry words built into the reporter's sentence
 * ("called it a …", "accused him of …"). Irregular forms stand after the base, separated by "/":
 * base / third person / past / participle in -ing / past participle.
 */
export const PLAIN_SAYING_VERBS = `
say/says/said/saying tell/tells/told/telling add ask write/writes/wrote/writing/written tweet retweet note explain argue
respond reply/replies/replied/replying answer continue insist claim declare announce warn admit/admits/admitted/admitting
acknowledge concede recall observe remark comment quip/quips/quipped/quipping joke state suggest assert contend maintain
affirm report post counter explain conclude reiterate repeat predict boast brag/brags/bragged/bragging complain confess
confirm exclaim shout yell cry/cries/cried/crying scream whisper mutter murmur growl snap/snaps/snapped/snapping
sigh laugh lament muse opine proclaim promise pledge vow protest quote read/reads/read/reading recount
retort reveal tease testify/testifies/testified/testifying urge wonder stress emphasize emphasise underscore
clarify/clarifies/clarified/clarifying interject interrupt intone implore plead begin/begins/began/beginning/begun
think/thinks/thought/thinking believe agree deny/denies/denied/denying figure reason offer caution allege aver/avers/averred/averring
demand inquire enquire query/queries/queried/querying press chant sing/sings/sang/singing declaim deadpan/deadpans/deadpanned/deadpanning
email e-mail text message blog/blogs/blogged/blogging crow fume gush scoff sneer snark snarl sniff thunder vent volunteer
summarize summarise surmise speculate specify/specifies/specified/specifying expound elaborate enthuse exhort explode
finish go/goes/went/going/gone hint howl huff intimate interpose object ponder posit pray preach profess propose
put/puts/put/putting rail rant reflect rejoin remind remember reassure request rule/rules/ruled/ruling shoot/shoots/shot/shooting
speak/speaks/spoke/speaking/spoken state stammer swear/swears/swore/swearing/sworn submit/submits/submitted/submitting
utter venture weigh write-in chime concur/concurs/concurred/concurring caption advise bellow bark cackle chuckle
chide drawl echo/echoes/echoed/echoing grumble lecture marvel moan narrate fire instruct order pronounce roar sum
imagine lash demur/demurs/demurred/demurring react articulate confide reckon guess bristle chafe gripe groan grouse grunt hiss holler jeer jest
kid/kids/kidded/kidding mumble parry/parries/parried/parrying philosophize pontificate prod/prods/prodded/prodding quiz/quizzes/quizzed/quizzing
rasp rave recite remonstrate rhapsodize riff seethe shrug/shrugs/shrugged/shrugging snicker sob/sobs/sobbed/sobbing splutter squeal stutter
taunt theorize theorise underline vouch wail whine wisecrack backpedal chirp coo crack croak exult fret/frets/fretted/fretting gloat
inveigh rejoice relate reprise resolve scrawl scribble type inscribe phrase blurt bray concede coo counsel dispute divulge
recollect rehearse rephrase restate sermonize simper stipulate telegraph rebut/rebuts/rebutted/rebutting
thank apologize apologise backtrack challenge correct decree estimate
`;

/** Verbs that carry quoted words inside the reporter's own sentence. */
export const PARTIAL_SAYING_VERBS = `
call describe label/labels/labeled/labeling dub/dubs/dubbed/dubbing brand term characterize characterise portray depict
denounce criticize criticise blast slam/slams/slammed/slamming attack accuse blame condemn decry/decries/decried/decrying
deride dismiss mock ridicule rip/rips/ripped/ripping knock bash assail hammer rebuke chastise scold lambaste lambast
berate castigate skewer praise laud hail tout applaud commend compliment credit compare liken cite
refer/refers/referred/referring mention invoke paraphrase cast/casts/cast/casting paint frame address discuss detail outline
express voice cheer bemoan question doubt reject defend explain justify/justifies/justified/justifying hope wish fear worry/worries/worried/worrying threaten swear/swears/swore/swearing dare
talk speak/speaks/spoke/speaking/spoken deliver rate rank
consider regard view welcome embrace endorse back support oppose
congratulate disavow disparage critique scorn savage extol/extols/extolled/extolling rebuff lampoon malign vilify/vilifies/vilified/vilifying
belittle demean disown impugn pan/pans/panned/panning pillory/pillories/pilloried/pillorying repudiate reprimand roast satirize
shame smear spurn upbraid salute eulogize celebrate champion nickname christen jab/jabs/jabbed/jabbing reference allude tar/tars/tarred/tarring
hype denigrate deplore detail disagree downplay exaggerate herald lecture minimize overstate caricature flay fault fete liken
rail excoriate pillory/pillories/pilloried/pillorying chronicle memorialize evoke echo/echoes/echoed/echoing
recommend advocate lobby/lobbies/lobbied/lobbying push appeal argue indicate imply/implies/implied/implying signal/signals/signaled/signaling
acknowledge highlight trumpet deem
tell/tells/told/telling ask encourage invite warn direct advise assure guarantee brief inform notify/notifies/notified/notifying
issue release publish print air draft compose pen/pens/penned/penning title entitle headline
`;

/** Nouns that name words said or written: "in a statement", "his claim that …". */
export const SAYING_NOUNS = new Set(
  `statement statements comment comments remark remarks claim claims assertion argument post posts tweet tweets message
messages email emails e-mail letter letters memo speech interview op-ed column essay article piece report blog
testimony answer response reply question warning pledge promise vow description tirade rant speech words word quote line
phrase suggestion accusation allegation complaint criticism declaration announcement ad advertisement transcript book memoir
press release headline note caption filing lawsuit brief opinion ruling dissent order resolution document survey demand demands dictum motto
slogan plea call calls request prediction argument advice view opinion boast joke insistence refrain mantra`.split(
    /\s+/,
  ),
);
