/** Frequent verbs that do not report speech, so that a subject and its verb are recognised in any clause. */
export const OTHER_VERBS = `
oversee/oversees/oversaw/overseeing/overseen respect admire suspect lack rely/relies/relied/relying aim extend appreciate
struggle differ specialize await participate compete prefer/prefers/preferred/preferring benefit discover expand impose resent dwell
focus/focuses/focused/focusing foresee/foresees/foresaw/foreseeing/foreseen favor favour dislike despise assume owe donate cooperate
aspire rush stare assess tolerate escape fit/fits/fitted/fitting inherit dominate distribute examine grant monitor favor alarm
arrest apply/applies/applied/applying calculate cancel climb collapse commit/commits/committed/committing confront convert defeat define
demonstrate deny/denies/denied/denying deserve discourage display disrupt earn educate embrace employ encounter endure enforce evaluate
execute fade finance flow gather generate govern graduate guard harm hesitate honor implement incite inspire interfere investigate
justify/justifies/justified/justifying lift limit link maneuver measure migrate mobilize negotiate nominate notice obey offend oversleep persist
possess preside preserve pretend proceed progress prohibit punish purchase reach react rebuild/rebuilds/rebuilt/rebuilding recover recruit regain
rely resemble restore restrict retain retreat rush satisfy/satisfies/satisfied/satisfying scramble separate shrink spark stabilize
stumble sue supervise surrender survive tackle tolerate transform translate twist unite upset vanish violate volunteer whip/whips/whipped/whipping
accept achieve affirm act allow approach arrive attempt attend avoid become/becomes/became/becoming/become belong break/breaks/broke/breaking/broken
bring/brings/brought/bringing build/builds/built/building burn buy/buys/bought/buying campaign carry/carries/carried/carrying
catch/catches/caught/catching cause celebrate change choose/chooses/chose/choosing/chosen claim clash collect come/comes/came/coming
complete concern conduct connect contact contribute control convince cost cover create cut/cuts/cut/cutting deal/deals/dealt/dealing
decline deliver depend describe deserve develop die/dies/died/dying disagree drive/drives/drove/driving/driven drop/drops/dropped/dropping
earn eat/eats/ate/eating/eaten elect emerge employ enable engage enjoy ensure enter establish exist explore face fail fall/falls/fell/falling/fallen
fight/fights/fought/fighting file fill flee/flees/fled/fleeing follow force forget/forgets/forgot/forgetting/forgotten form
gain gather get/gets/got/getting/gotten grab/grabs/grabbed/grabbing grow/grows/grew/growing/grown guide handle hang/hangs/hung/hanging
happen hate head help hire host hurt identify/identifies/identified/identifying ignore improve increase injure introduce
invest involve join jump keep/keeps/kept/keeping kick kill laugh lie/lies/lied/lying like listen live look lose/loses/lost/losing
love manage march marry/marries/married/marrying matter meet/meets/met/meeting miss move obtain occur open operate organize
own pass pause pay/pays/paid/paying perform persuade pick place play point poll prefer prepare present prevent produce
protect provide pull pursue quit/quits/quit/quitting raise reach receive recognize reduce refuse regret/regrets/regretted/regretting
relate release remain remove represent resign resist respond rest retire return ride/rides/rode/riding/ridden rise/rises/rose/rising/risen
save score sell/sells/sold/selling serve set/sets/set/setting settle share shift sit/sits/sat/sitting smile
spend/spends/spent/spending split/splits/split/splitting spread stand/stands/stood/standing start stay steal/steals/stole/stealing/stolen
step/steps/stepped/stepping stop/stops/stopped/stopping strike/strikes/struck/striking study/studies/studied/studying succeed suffer
supply/supplies/supplied/supplying surround survive suspend target teach/teaches/taught/teaching tend test throw/throws/threw/throwing/thrown
touch travel trigger trust turn understand/understands/understood/understanding unveil visit vote wait walk warm watch wear/wears/wore/wearing/worn
win/wins/won/winning expect want need try/tries/tried/trying seek/seeks/sought/seeking plan/plans/planned/planning intend use
appear seem show/shows/showed/showing/shown exhibit feature include contain give/gives/gave/giving/given
make/makes/made/making take/takes/took/taking/taken lay/lays/laid/laying see/sees/saw/seeing/seen treat prove decide determine
find/finds/found/finding feel/feels/felt/feeling hear/hears/heard/hearing learn mean/means/meant/meaning know/knows/knew/knowing
shake/shakes/shook/shaking/shaken sweep/sweeps/swept/sweeping sleep/sleeps/slept/sleeping weep/weeps/wept/weeping feed/feeds/fed/feeding
lend/lends/lent/lending bend/bends/bent/bending bind/binds/bound/binding bite/bites/bit/biting/bitten blow/blows/blew/blowing/blown
bet/bets/bet/betting beat/beats/beat/beating/beaten drink/drinks/drank/drinking draw/draws/drew/drawing/drawn
dig/digs/dug/digging fly/flies/flew/flying/flown freeze/freezes/froze/freezing/frozen hide/hides/hid/hiding/hidden light/lights/lit/lighting
overcome/overcomes/overcame/overcoming ring/rings/rang/ringing/rung sink/sinks/sank/sinking/sunk slide/slides/slid/sliding
spring/springs/sprang/springing/sprung stick/sticks/stuck/sticking swing/swings/swung/swinging swim/swims/swam/swimming
tear/tears/tore/tearing/torn undergo/undergoes/underwent/undergoing/undergone wake/wakes/woke/waking/woken arise/arises/arose/arising/arisen
cling/clings/clung/clinging creep/creeps/crept/creeping deal/deals/dealt/dealing kneel/kneels/knelt/kneeling leap/leaps/leapt/leaping
seize shrink/shrinks/shrank/shrinking/shrunk strive/strives/strove/striving grind/grinds/ground/grinding
hit/hits/hit/hitting hold/holds/held/holding end close lead/leads/led/leading launch leave/leaves/left/leaving require
run/runs/ran/running sign send/sends/sent/sending cross withdraw/withdraws/withdrew/withdrawing/withdrawn work`;

/** Auxiliaries and forms of "be" and "have": between a subject and its verb they are stepped over. */
export const AUXILIARIES = new Set(
  `am is are was were be been being has have had having do does did will would shall should can could may might must
isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shouldn't can't cannot couldn't mustn't ain't`.split(
    /\s+/,
  ),
);
