/** How many numbers a code has, from those that models were trained with. */
import { Stays } from '../../controls/Stays.tsx';
import { StopSlider } from '../../controls/StopSlider.tsx';

interface CodeDimSliderProps {
  readonly codeDims: readonly number[];
  readonly value: number;
  readonly onChange: (codeDim: number) => void;
  readonly disabled: boolean;
}

export const CodeDimSlider = ({ codeDims, ...rest }: CodeDimSliderProps) => (
  <Stays>
    <StopSlider
      label={
        <>
          Code numbers, <var>k</var>
        </>
      }
      name="Code numbers, k"
      stops={codeDims}
      textOf={(k) => `k = ${k}`}
      {...rest}
    />
  </Stays>
);
