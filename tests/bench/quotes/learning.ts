/** One quotation to learn from: the features of each candidate and which of them are right. */
export interface Example {
  readonly article: string;
  readonly candidates: readonly (readonly string[])[];
  readonly right: ReadonlySet<number>;
}

/** How learning runs. */
export interface LearningOptions {
  readonly rounds: number;
  readonly rate: number;
  /** Pulls each weight towards zero (L2). */
  readonly decay: number;
  /** Features seen in fewer examples than this are left out. */
  readonly fewest: number;
}

/**
 * Fits one weight a feature, so that among the candidates of a quotation the right one scores highest (log-linear model,
 * AdaGrad, fixed order: the same examples give the same weights).
 */
export function learnWeights(examples: readonly Example[], options: LearningOptions): Map<string, number> {
  const seen = new Map<string, number>();
  for (const example of examples)
    for (const name of new Set(example.candidates.flat())) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].filter(([, count]) => count >= options.fewest).map(([name]) => name);
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const encoded = examples
    .filter((example) => example.right.size > 0)
    .map((example) => ({
      right: example.right,
      candidates: example.candidates.map((features) =>
        Int32Array.from(features.flatMap((name) => indexOf.get(name) ?? [])),
      ),
    }));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const average = new Float64Array(names.length);
  const order = shuffled(encoded.length);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const position of order) {
      const { candidates, right } = encoded[position] as (typeof encoded)[number];
      const scores = candidates.map((features) =>
        features.reduce((sum, feature) => sum + (weights[feature] as number), 0),
      );
      const probabilities = softmax(scores);
      let rightMass = 1e-12;
      for (const index of right) rightMass += probabilities[index] as number;
      for (const [index, features] of candidates.entries()) {
        const probability = probabilities[index] as number;
        const gradient = (right.has(index) ? probability / rightMass : 0) - probability;
        if (Math.abs(gradient) < 1e-5) continue;
        for (const feature of features) {
          const slope = gradient - options.decay * (weights[feature] as number);
          squares[feature] = (squares[feature] as number) + slope * slope;
          weights[feature] =
            (weights[feature] as number) + (options.rate * slope) / Math.sqrt(squares[feature] as number);
        }
      }
    }
    // The mean of all rounds sways less with the last examples than the last round does.
    for (const [index, weight] of weights.entries())
      average[index] = (average[index] as number) + weight / options.rounds;
  }
  return new Map(names.map((name, index) => [name, average[index] as number]));
}

/** Probabilities in proportion to the exponential of the scores. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  let state = 20_161_108;
  for (let index = count - 1; index > 0; index -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (index + 1);
    [order[index], order[other]] = [order[other] as number, order[index] as number];
  }
  return order;
}
