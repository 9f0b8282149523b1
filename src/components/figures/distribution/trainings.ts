/** The two ways in which the dense VAEs were trained: whether the divergence, the KL term, was part of the loss. */
export const trainings = ['with', 'without'] as const;
export type Training = (typeof trainings)[number];

export const trainingWords: Readonly<Record<Training, string>> = {
  with: 'with KL',
  without: 'without KL',
};

export const trainingOptions = trainings.map((value) => ({ value, text: trainingWords[value] }));
