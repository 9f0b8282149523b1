/** Play, and the slider of epochs, which stay in sight on a phone. */
import { PlayButton } from '../../controls/PlayButton.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { Stays } from '../../controls/Stays.tsx';
import type { EpochPlayer } from './use-epoch-player.ts';

interface EpochScrubProps {
  readonly player: EpochPlayer;
  readonly numEpochs: number;
  readonly disabled: boolean;
}

export const EpochScrub = ({
  player: { epoch, playing, play, rest },
  numEpochs,
  disabled,
}: EpochScrubProps) => (
  <Stays>
    <div className="epochs-scrub">
      <PlayButton playing={playing} onChange={(on) => (on ? play() : rest({}))} disabled={disabled} />
      <Slider
        label="Epoch"
        value={epoch}
        min={1}
        max={numEpochs}
        step={1}
        text={`${epoch} of ${numEpochs}`}
        onChange={(chosen) => rest({ epoch: chosen })}
        disabled={disabled}
      />
    </div>
  </Stays>
);
