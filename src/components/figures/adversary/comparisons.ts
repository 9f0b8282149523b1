/** What the figures of adversarial networks compare: in each, runs that differ in one thing. As islands are told of it. Pure. */
export const comparisonNames = ['methods', 'critic-steps', 'label-noise', 'learning-rate'] as const;
export type ComparisonName = (typeof comparisonNames)[number];

const texts: Readonly<Record<ComparisonName, string>> = {
  methods: 'five methods',
  'critic-steps': 'critic steps',
  'label-noise': 'label noise',
  'learning-rate': 'learning rate',
};

export const comparisonOptions = comparisonNames.map((value) => ({ value, text: texts[value] }));

export interface ComparedRun {
  readonly id: string;
  /** What tells it from the others. */
  readonly text: string;
}

export type Comparisons = Readonly<Record<ComparisonName, readonly ComparedRun[]>>;

/** Each run once. */
export const idsOf = (comparisons: Comparisons): readonly string[] => [
  ...new Set(
    Object.values(comparisons)
      .flat()
      .map(({ id }) => id),
  ),
];

/** The run that a state names, where the comparison has it; else its first. */
export const runOf = (runs: readonly ComparedRun[], id: string): ComparedRun =>
  runs.find((run) => run.id === id) ?? runs[0];
