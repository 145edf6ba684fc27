import type { TextCheck } from '../check';

/** Words that may rightly follow themselves: "had had", "that that", and words said twice for weight. */
const mayRepeat = new Set(
  (
    'had that very really so no yes ha heh hah bye blah knock many long far much more way again well go please now there ' +
    'never always never-ever big old good bad too night day hear here tut hey oh ah la na da do yeah wow one two three ' +
    'four five six seven eight nine zero out over up down round by sorry boo woo hip chop rah hush pom tsk aye cha choo ' +
    'beep ding dong win lose wait stop right left side'
  ).split(' '),
);

/** "the the" and other words typed or pasted twice. */
export const doubledWords: TextCheck = {
  scope: 'text',
  code: 'doubled-word',
  severity: 'warning',
  title: 'Words written twice',
  find({ text, protected: safe }) {
    return [...text.matchAll(/(?<![\p{L}\p{N}_’'-])(\p{L}+)[ \u00a0]+(\1)(?![\p{L}\p{N}_’'-])/giu)].flatMap(
      (match) => {
        const [whole, first = '', second = ''] = match;
        // Two capitals are a name: Duran Duran, Walla Walla.
        if (second !== second.toLowerCase() || mayRepeat.has(second)) return [];
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
