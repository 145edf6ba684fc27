import type { JsonObject } from '../../base/json';

/**
 * One step from a major version to the next. A step is never edited after release: a file of that version may lie on
 * any desk. With each step comes an old file in tests/fixtures/article.
 */
export interface Migration {
  readonly from: number;
  /** What changed, in a few words, for the reader of this list. */
  readonly name: string;
  migrate(article: JsonObject): JsonObject;
}

/** All steps, oldest first. Version 1 is the first format, so there is none yet. */
export const migrations: readonly Migration[] = [];

/**
 * Brings the JSON of an article of major version `from` to version `to` by the steps in between.
 * A missing step is a mistake in the list and throws.
 */
export function migrate(
  article: JsonObject,
  from: number,
  to: number,
  steps: readonly Migration[],
): JsonObject {
  let current = article;
  for (let version = from; version < to; version += 1) {
    const step = steps.find((candidate) => candidate.from === version);
    if (!step) throw new Error(`No migration from version ${version}`);
    current = step.migrate(current);
  }
  return current;
}
