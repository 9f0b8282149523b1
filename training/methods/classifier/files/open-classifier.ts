/** A classifier's folder → the classifier, on the backend, which has been started; the caller disposes of it. */
import { buildClassifier, type Classifier } from '../../../../src/networks/classifier/classifier.ts';
import { readClassifier } from './read-classifier.ts';

/** @throws what `readClassifier` throws. */
export async function openClassifier(folder: string): Promise<Classifier> {
  const { config, parameters } = await readClassifier(folder);
  return buildClassifier(config, parameters);
}
