/** Training images whose codes are nearest to the content that was found for a kept drawing: as the model draws them, and where the build has them as they are. */
import { reconstructions, type CodeSource } from '../../../networks/generator/codes.ts';
import type { Checkpoint } from '../../../engine/api.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { nearestImages } from '../content-map/state.ts';
import { ImageNumbers, OriginalRow } from '../originals/OriginalRow.tsx';
import type { Drawing, FoundCodes } from '../shelf/drawings.ts';
import { usePicture } from '../shell/hooks/use-picture.ts';
import { classOf } from '../shell/state/images.ts';

interface NearestProps {
  readonly drawing: Drawing;
  /** Of MNIST. */
  readonly originalsUrl: string | undefined;
  readonly active: boolean;
}

export function Nearest({ drawing: { name, codes }, ...others }: NearestProps) {
  return codes ? (
    <NearestRows name={name} codes={codes} {...others} />
  ) : (
    <p className="remark">{`${name} has no codes. Take it, let the search end, and keep it once more.`}</p>
  );
}

const numNearest = 8;

const imagesNear = ({ contentCodes }: Pick<CodeSource, 'contentCodes'>, content: readonly number[]) =>
  nearestImages(contentCodes, content, numNearest);

const nearestCodes = (checkpoint: Checkpoint<'glo'>, content: readonly number[]) =>
  reconstructions(checkpoint, imagesNear(checkpoint, content));

interface NearestRowsProps extends Omit<NearestProps, 'drawing'> {
  readonly name: string;
  readonly codes: FoundCodes;
}

function NearestRows({ name, codes, originalsUrl, active }: NearestRowsProps) {
  const args = Array.from(codes.contentCode);
  const { picture, error } = usePicture({ id: codes.checkpoint, args, makeBatch: nearestCodes, active });
  if (error)
    return <p className="remark">{`The model that found ${name} does not come: ${error.message}`}</p>;
  if (!picture) return <p className="remark">The model that found it loads.</p>;
  const { dataset } = picture.checkpoint.manifest;
  const images = imagesNear(picture.checkpoint, picture.request.args).map((image) => ({
    image,
    digit: classOf(dataset.labels, image),
  }));
  const isMnist = dataset.name === 'mnist' && dataset.firstImage === 0;
  return (
    <div className="draw-nearest">
      <ImageNumbers images={images} />
      {isMnist && originalsUrl && <OriginalRow images={images} originalsUrl={originalsUrl} />}
      <DigitGrid
        rows={1}
        columns={numNearest}
        cellSize={28}
        label={`The training images whose content codes are nearest to that of ${name}, as the model draws them: ${images.map(({ image, digit }) => `image ${image}, a ${digit}`).join('; ')}`}
        ink={picture.ink}
      />
      <p className="remark">
        {`Training images whose codes are nearest to the content of ${name}, the nearest first${isMnist && originalsUrl ? '; below, as the model draws them' : ', as the model draws them'}.`}
      </p>
    </div>
  );
}
