/** Chooses a row of training images: the classes they are of, and others of these. */
import { Choice } from '../../controls/Choice.tsx';
import { NextSeed } from './NextSeed.tsx';
import { imageSources, type ImageRow } from './state/image-row.ts';

const options = imageSources.map((value) => ({
  value,
  text: value === 'each' ? 'one of each class' : value === 'any' ? 'any class' : `only ${value}`,
}));

interface ImageRowChoiceProps {
  readonly row: ImageRow;
  readonly onChange: (changed: Partial<ImageRow>) => void;
  readonly disabled: boolean;
}

export const ImageRowChoice = ({ row, onChange, disabled }: ImageRowChoiceProps) => (
  <>
    <Choice
      label="Images"
      options={options}
      value={row.from}
      onChange={(from) => onChange({ from })}
      disabled={disabled}
    />
    <NextSeed seed={row.seed} onChange={(seed) => onChange({ seed })} disabled={disabled}>
      Other images
    </NextSeed>
  </>
);
