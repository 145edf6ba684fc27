import type { TextCheck } from '../check';

/** Words that may rightly follow themselves: "had had", "gave her her coat", and words said twice for weight. */
const mayRepeat = new Set(
  (
    'had that her very really so no yes ha heh hah bye blah knock many long far much more way again well go please now there ' +
    'never always never-ever big old good bad too night day hear here tut hey oh ah la na da do yeah wow one two three ' +
    'four five six seven eight nine zero out over up down round by sorry boo woo hip chop rah hush pom tsk aye cha choo ' +
    'beep ding dong win lose wait stop right left side'
  ).split(' '),
);

/** The same of other languages: „Kinder, die die Schule …“, « nous nous sommes », «se se confirmar». */
const mayRepeatIn: Readonly<Record<string, readonly string[]>> = {
  de: ['die', 'der', 'das', 'den', 'dem', 'sie', 'ihr'],
  nl: ['dat', 'die', 'het', 'ze', 'zij', 'je', 'er'],
  fr: ['nous', 'vous', 'en'],
  pt: ['se'],
  it: ['via', 'piano'],
  sv: ['det', 'den', 'de'],
  da: ['det', 'den', 'de', 'der'],
  nb: ['det', 'den', 'de'],
  nn: ['det', 'den', 'dei'],
  no: ['det', 'den', 'de'],
};

/** "the the" and other words typed or pasted twice. */
export const doubledWords: TextCheck = {
  scope: 'text',
  code: 'doubled-word',
  severity: 'warning',
  title: 'Words written twice',
  find({ text, protected: safe }, { language }) {
    const ofLanguage = mayRepeatIn[/^\p{L}+/u.exec(language.toLowerCase())?.[0] ?? ''] ?? [];
    return [...text.matchAll(/(?<![\p{L}\p{N}_’'-])(\p{L}+)[ \u00a0]+(\1)(?![\p{L}\p{N}_’'-])/giu)].flatMap(
      (match) => {
        const [whole, first = '', second = ''] = match;
        // Two capitals are a name: Duran Duran, Walla Walla.
        if (second !== second.toLowerCase() || mayRepeat.has(second) || ofLanguage.includes(second))
          return [];
        const [start, end] = [match.index, match.index + whole.length];
        if (safe.touches({ start, end })) return [];
        return [
          {
            start,
            end,
            reason: `“${second}” stands here twice.`,
            fix: { words: `Remove one “${second}”`, edits: [{ start: start + first.length, end, text: '' }] },
          },
        ];
      },
    );
  },
};
