import {
  createBlockMeasures,
  describePolicyRefusal,
  type Placement,
  placeAutomatically,
} from '../../shared/adbreaks';
import { articleBytes } from '../desk/article-bytes';
import { privateMode, safeReplace } from '../desk/safe-write';
import { readGivenArticle } from './article-argument';
import { type Command, callIsWrong, contentAtFault, done, fileSystemRefused } from './command';
import { parseWords } from './words';

const usage = 'places ARTICLE [--write]';

/** Sets ad breaks by the policy and tells why each stands where it does; --write saves them into the article. */
export const places: Command = {
  usage,
  async run(words, output) {
    const parsed = parseWords(words, { write: { type: 'boolean' } }, usage);
    if (!parsed.ok) return parsed.error;
    const [word, ...others] = parsed.value.positionals;
    if (word === undefined || others.length > 0) {
      return callIsWrong(`give one article, its folder or its file: standfirst ${usage}`);
    }
    const given = await readGivenArticle(word);
    if (!given.ok) return given.error;
    const { path, article, hash, desk } = given.value;
    const policy = article.adPolicy ?? desk.adPolicy;
    const placed = placeAutomatically(article.body, policy, createBlockMeasures(article.language));
    if (!placed.ok) return contentAtFault(placed.error.map(describePolicyRefusal).join(' '));
    if (parsed.value.values.write === true && placed.value.body !== article.body) {
      const modified = new Date().toISOString();
      const content = articleBytes({ ...article, body: placed.value.body, modified });
      const written = await safeReplace({ path, content, mode: privateMode }, [hash]);
      if (!written.ok) {
        return written.error.code === 'conflict'
          ? {
              exit: 3,
              message: `${path}: another program changed the article meanwhile; run the command again`,
            }
          : fileSystemRefused(written.error);
      }
    }
    await output.write(inWords(placed.value));
    return done;
  },
};

/** One line a break, with the number of its block counted from 1, and why there are not more. */
function inWords({ breaks, limit }: Placement): string {
  const lines = breaks.map(
    ({ index, by, reason }) =>
      `Block ${index + 1} (${by === 'hand' ? 'set by hand' : 'automatic'}): ${reason}`,
  );
  return [...lines, limit, ''].join('\n');
}
