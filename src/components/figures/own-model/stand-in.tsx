/** What a figure of GLO shows of the reader's choice of a model: the choice itself, and while one of the reader's own draws, that it does. */
import type { StandIn } from '../shell/FigureShell.tsx';
import { ModelChoice } from './ModelChoice.tsx';
import { OwnModelNote } from './OwnModelNote.tsx';
import type { ModelInUse } from './use-own-model.ts';

export const standInOf = (model: ModelInUse, enabled: boolean): StandIn => ({
  choice: <ModelChoice model={model} disabled={!enabled} />,
  note: model.own && <OwnModelNote />,
});
