/*
 * Words of today's reports that the dictionaries, made years ago, do not hold, and words of other languages that English
 * uses every day. Short on purpose: a desk adds its own.
 */

const list = `
  cyber telecom telecoms biofuel biofuels biodiesel renewables photovoltaics microplastics rewilding fracking fracked
  favorability favourability unfavorability matchup matchups rollout rollouts takedown takedowns blowback pushback
  crackdown crackdowns drawdown rundown runup leadup lineup lineups breakup breakups blackouts lockdown lockdowns
  millennial millennials defund defunds defunded defunding rebrand rebrands rebranded rebranding reframe reframes
  reframed reframing reimagine reimagined reimagining recalibrate recalibrated recalibrating renege strategize
  transformative impactful reputational aspirational performative intersectional unapologetic unapologetically
  unvetted unredacted unmoored unpledged undocumented underserved underperform underperformed underperforming outsized
  outraise outraised outpoll outpolled outperform outperformed overpromise overpromised overperform hardline hardliner
  hardliners hotline hotspot hotspots coverup coverups cheerleading fundraise fundraised fundraises livestream
  livestreams livestreamed livestreaming photoshop photoshopped hashtag hashtags selfie selfies podcast podcasts
  podcaster podcasters vlog vlogs vlogger influencer influencers crowdfund crowdfunded crowdfunding crowdsource
  crowdsourced crowdsourcing chatbot chatbots deepfake deepfakes ransomware malware spyware phishing doxing doxxed
  blockchain bitcoin bitcoins cryptocurrency cryptocurrencies fintech biotech app apps emoji emojis wifi smartwatch
  smartwatches meme memes troll trolls trolled trolling unfollow unfriend retweet retweets retweeted tweetstorm
  jihadi jihadis jihadism jihadist jihadists islamist islamists islamism populists denuclearization denuclearisation
  decarbonise decarbonised decarbonize decarbonized decarbonization decarbonisation carbonless geoengineering
  pandemic pandemics coronavirus vaxxer vaxxers antivax homeschool homeschooled homeschooling superspreader
  beheadings whistleblowing gerrymander gerrymandered gerrymandering filibustered birther birthers birtherism
  townhome townhomes townhall townhalls carjack carjacked carjacking chokehold chokeholds warrantless slugfest
  exposé exposés résumé résumés crudité façade naïve coup coups junta juntas referenda tableaus improv etcetera
  bona fide fides facto jure modus operandi masse hoc grata absentia raison sotto voce fait accompli hominem alma mater
  mea culpa vitro vivo pled snuck kneeled dwelled benefitting combatting ascendency largesse ahold mins ethnicities
  interagency intraparty midwestern protestor protestors tradeoff tradeoffs standoffs spinoff spinoffs workaround
  von der del della dos das ibn abu ter zur
  countertop countertops diehard diehards frontman undercard horserace flashpoint flashpoints voicemail voicemails
`;

/** Words in small letters that are right although the dictionaries do not hold them. */
export const newerWords: ReadonlySet<string> = new Set(list.split(/\s+/).filter(Boolean));
