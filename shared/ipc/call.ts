import type { Codec } from '../base/codec';
import type { Result } from '../base/result';
import type { ArticleFile } from './article-file';
import type { OpenArticle } from './desk-entries';
import type { CallFailure } from './failures';

/**
 * One call: how its argument is read at the border, and (as types only) what it answers. `Sent` is what crosses the border
 * where the window makes the value of it.
 */
export interface Call<Argument, Value, Failure, Sent = Value> {
  readonly argument: Codec<Argument>;
  /** Whether the answer holds bytes; all others cross the border as text. */
  readonly holdsBytes: boolean;
  /** Never present at run time: carries the answer's type. */
  readonly answer?: Result<Value, Failure>;
  readonly sent?: Result<Sent, Failure>;
}

/** Begins an entry of the contract: `takes(codec).answers<Value, Failure>()`. */
export const takes = <Argument>(argument: Codec<Argument>) => ({
  answers: <Value, Failure = never>(): Call<Argument, Value, Failure> => ({ argument, holdsBytes: false }),
  answersBytes: <Failure = never>(): Call<Argument, { readonly bytes: Uint8Array }, Failure> => ({
    argument,
    holdsBytes: true,
  }),
  /** The main process answers the article's file, and the window reads it: `renderer/bridge/client.ts`. */
  answersFile: <Failure = never>(): Call<Argument, OpenArticle, Failure, ArticleFile> => ({
    argument,
    holdsBytes: true,
  }),
});

/** One event that the main process sends to the window: only a type. */
export interface EventOf<Payload> {
  /** Never present at run time. */
  readonly payload?: Payload;
}

/** An entry of the contract's events. */
export const tells = <Payload>(): EventOf<Payload> => ({});

/** Domains of calls, each a table from the call's name. */
export type CallTable = {
  readonly [Domain in string]: { readonly [Name in string]: { readonly argument: object } };
};

type ArgumentOf<C> = C extends { readonly argument: Codec<infer Argument> } ? Argument : never;
type ValueOf<C> = C extends Call<infer _, infer Value, infer _, infer _> ? Value : never;
type SentOf<C> = C extends Call<infer _, infer _, infer _, infer Sent> ? Sent : never;
type FailureOf<C> = C extends Call<infer _, infer _, infer Failure, infer _> ? Failure : never;
type AnswerOf<C> = Result<SentOf<C>, FailureOf<C>>;
type AnswerAtTheWindow<C> = Result<ValueOf<C>, FailureOf<C> | CallFailure>;

/** The functions by which the window calls. Every answer can also be a failure of the border itself. */
export type ClientOf<Table extends CallTable> = {
  readonly [Domain in keyof Table]: {
    readonly [Name in keyof Table[Domain]]: undefined extends ArgumentOf<Table[Domain][Name]>
      ? () => Promise<AnswerAtTheWindow<Table[Domain][Name]>>
      : (argument: ArgumentOf<Table[Domain][Name]>) => Promise<AnswerAtTheWindow<Table[Domain][Name]>>;
  };
};

/** The functions by which the main process answers. */
export type HandlersOf<Table extends CallTable> = {
  readonly [Domain in keyof Table]: {
    readonly [Name in keyof Table[Domain]]: (
      argument: ArgumentOf<Table[Domain][Name]>,
    ) => AnswerOf<Table[Domain][Name]> | Promise<AnswerOf<Table[Domain][Name]>>;
  };
};
