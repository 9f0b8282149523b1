/** The generator's layers by name, for whoever shows them: without tfjs, which no page sends. */

/** Behind the three dense layers and the two convolutions. */
export const layerNames = ['dense1', 'dense2', 'dense3', 'convT1', 'convT2'] as const;
export type LayerName = (typeof layerNames)[number];
