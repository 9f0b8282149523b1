/** The reader's choice of engine in React. */
import { useSyncExternalStore } from 'react';
import type { EngineKind } from '../../../../engine/api.ts';
import { defaultEngineKind, getEngineKind, subscribeToEngineKind } from '../../../../engine/setting.ts';

export const useEngineKind = (): EngineKind =>
  useSyncExternalStore(subscribeToEngineKind, getEngineKind, () => defaultEngineKind);
