import { OTHER_VERBS } from './lexicon/other-verbs';
import { PARTIAL_SAYING_VERBS, PLAIN_SAYING_VERBS } from './lexicon/saying-verbs';

/** How a form stands in a clause: finite present, finite past or participle, -ing. */
type Form = 'base' | 'third' | 'past' | 'gerund' | 'participle';

/** What the lexicon knows of a verb form. */
export interface VerbForm {
  readonly base: string;
  readonly form: Form;
  /** `plain` takes quoted sentences, `partial` quoted words in the reporter's sentence, `other` reports no speech. */
  readonly reporting: 'plain' | 'partial' | 'other';
}

const FORMS: ReadonlyMap<string, VerbForm> = buildForms();

/** The verb form a lower-case word can be, if the lexicon knows it. */
export function verbForm(lower: string): VerbForm | undefined {
  return FORMS.get(lower);
}

function buildForms(): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const lists = [
    ['plain', PLAIN_SAYING_VERBS],
    ['partial', PARTIAL_SAYING_VERBS],
    ['other', OTHER_VERBS],
  ] as const;
  for (const [reporting, list] of lists) {
    for (const entry of list.trim().split(/\s+/)) {
      const [base = '', third, past, gerund, participle] = entry.split('/');
      const add = (word: string, form: Form) => {
        if (!forms.has(word)) forms.set(word, { base, form, reporting });
      };
      add(past ?? regularPast(base), 'past');
      add(third ?? regularThird(base), 'third');
      add(gerund ?? regularGerund(base), 'gerund');
      if (participle) add(participle, 'participle');
      add(base, 'base');
    }
  }
  return forms;
}

function regularThird(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function regularPast(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith('e') ? `${base}d` : `${base}ed`;
}

function regularGerund(base: string): string {
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}
