/** Models with an encoder below each other, with as many numbers in their codes: the same images, ways or draws for each. */
import { useMemo } from 'react';
import { Choice } from '../../controls/Choice.tsx';
import { aDigit } from '../../controls/digit-words.ts';
import { CodeDimSlider } from '../encoders/CodeDimSlider.tsx';
import { numClasses } from '../encoders/codes.ts';
import { canShow, modelOf } from '../encoders/models.ts';
import { ShownOriginal, ShownOriginals } from '../encoders/ShownOriginals.tsx';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { ModelRows } from './ModelRows.tsx';
import { StripOf } from './StripOf.tsx';
import { encoderRowsFields, previewOf, rowArgs, rowTexts, type EncoderRowsFacts } from './state.ts';

interface EncoderRowsProps {
  readonly facts: EncoderRowsFacts;
  /** What stands beside the name of a model, by its id. */
  readonly remarks: Readonly<Partial<Record<string, string>>>;
}

const digits = Array.from({ length: numClasses }, (_, digit) => ({ value: digit, text: aDigit(digit) }));

export function EncoderRowsFigure({ facts, remarks }: EncoderRowsProps) {
  const { name, label, shows, series, codeDims, modelsUrl, originalsUrl } = facts;
  const fields = useMemo(() => encoderRowsFields(facts), [facts]);
  const island = useIsland(name, fields);
  const { state, change, enabled, inView } = island;
  const args = rowArgs(shows, state);
  const hasPreview = previewOf(args) !== undefined;
  const shown = series.flatMap((each) => {
    const model = modelOf(each, state.k);
    // Of a model without weights there are only the pictures made at training time.
    return model && (model.shipped || (hasPreview && canShow(model, shows))) ? [{ ...each, model }] : [];
  });
  return (
    <Island
      island={island}
      label={label}
      runs={shown.map(({ model }) => model.id)}
      state="ready"
      foot={<EngineChoice disabled={!enabled} />}
    >
      <div className="island-controls">
        <CodeDimSlider
          codeDims={codeDims}
          value={state.k}
          onChange={(k) => change({ k })}
          disabled={!enabled}
        />
        {args.kind === 'interpolation' && (
          <>
            <Choice
              label="From training image"
              options={digits}
              value={args.from}
              onChange={(from) => change({ from })}
              disabled={!enabled}
            />
            <Choice
              label="to validation image"
              options={digits}
              value={args.to}
              onChange={(to) => change({ to })}
              disabled={!enabled}
            />
          </>
        )}
        {args.kind === 'samples' && (
          <NextSeed seed={args.seed} onChange={(seed) => change({ seed })} disabled={!enabled}>
            Draw again
          </NextSeed>
        )}
      </div>
      <div className="encoder-rows" data-shows={shows}>
        {args.kind === 'reconstructions' && (
          <div className="encoder-model">
            <p className="pane-label">
              <strong>originals</strong>
            </p>
            <div className="encoder-strips">
              {rowTexts.reconstructions.map((part, i) => (
                <StripOf key={part} row={part}>
                  <ShownOriginals url={originalsUrl} part={i === 0 ? 'training' : 'validation'} />
                </StripOf>
              ))}
            </div>
          </div>
        )}
        {args.kind === 'interpolation' && originalsUrl && (
          <div className="encoder-ends">
            <ShownOriginal url={originalsUrl} part="training" digit={args.from} />
            <ShownOriginal url={originalsUrl} part="validation" digit={args.to} />
          </div>
        )}
        {shown.map(({ name: of, text, model }) => (
          <ModelRows
            key={of}
            text={text}
            model={model}
            modelsUrl={modelsUrl}
            args={args}
            remark={remarks[model.id]}
            active={inView}
          />
        ))}
      </div>
    </Island>
  );
}
