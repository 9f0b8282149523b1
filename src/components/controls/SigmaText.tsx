/** "σ = 0.3" in a sentence or a label: one piece at line ends, and the number in an element of its own. */
export const SigmaText = ({ sigma }: { readonly sigma: number }) => (
  <span className="bound">
    <var>σ</var> <span>{`= ${sigma}`}</span>
  </span>
);
