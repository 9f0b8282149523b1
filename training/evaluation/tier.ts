/** How much of a run is measured, by what its recipe asks for. */

/** Whether unseen images are projected. */
export const isProjected = ({ evaluation }: { readonly evaluation: string }): boolean =>
  evaluation === 'projected' || evaluation === 'compared';
