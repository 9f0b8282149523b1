/**
 * The names of everything that is measured, each with what it says: the one vocabulary of evaluation, metrics files, charts and
 * prose. How each is measured is in training/evaluation, in the file that its heading names.
 */

/** Measured on one run. Shares, accuracies, correlations and R² are fractions; losses are means over pixels of intensity in [0, 1]. */
export const metricNames = {
  // reconstruction.ts: training images from their own codes, eval mode, no noise
  'train.loss': 'the run’s own loss in its last epoch, with noise and batch statistics',
  'reconstruction.l1': 'mean absolute error',
  'reconstruction.l2': 'mean squared error',
  'reconstruction.loss': 'L1 + L2, whatever the run was trained on',
  'reconstruction.psnr': 'peak signal-to-noise ratio of the mean squared error, in dB',
  'reconstruction.accuracy': 'share of reconstructions that the evaluation classifier reads as their class',
  // transfers.ts: every content with every other class
  'swap.accuracy': 'share of transfers that the evaluation classifier reads as their target class',
  'swap.source':
    'share of transfers that the evaluation classifier reads as the class that their content came from',
  diversity: 'standard deviation of a pixel over 100 contents in one class, mean over pixels and classes',
  // factor-correlation.ts: correlation of an image moment between source and picture, mean over class pairs
  'factorCorrelation.transfer.ink': 'ink of the source and of its transfers',
  'factorCorrelation.transfer.slant': 'slant of the source and of its transfers',
  'factorCorrelation.transfer.width': 'width of the source and of its transfers',
  'factorCorrelation.transfer.height': 'height of the source and of its transfers',
  'factorCorrelation.reconstruction.ink': 'ink of the source and of its own reconstruction',
  'factorCorrelation.reconstruction.slant': 'slant of the source and of its own reconstruction',
  'factorCorrelation.reconstruction.width': 'width of the source and of its own reconstruction',
  'factorCorrelation.reconstruction.height': 'height of the source and of its own reconstruction',
  // probes.ts: accuracy of predicting the class from content codes, mean over 5 held-out folds, with the spread over them
  'probe.linear.clean': 'linear probe on the content codes',
  'probe.linear.noisy': 'linear probe on the content codes with the training noise',
  'probe.mlp.clean': 'MLP probe on the content codes',
  'probe.mlp.noisy': 'MLP probe on the content codes with the training noise',
  // code-scale.ts
  'codes.contentRms': 'root mean square of the content codes',
  'codes.classRms': 'root mean square of the class codes',
  'codes.contentNorm': 'mean norm of a content code',
  'codes.noiseToCode': 'σ / rms of the content codes',
  // samplers.ts: pictures from drawn content codes and learned class codes
  'sampler.standard.accuracy': 'N(0, I): share that the evaluation classifier reads as their class',
  'sampler.standard.inception': 'N(0, I): Inception Score with the evaluation classifier',
  'sampler.standard.frechet':
    'N(0, I): Fréchet distance to the training images on the evaluation classifier’s features',
  'sampler.standard.nearest':
    'N(0, I): mean distance to the nearest training code, in root mean square norms of a code',
  'sampler.gaussian.accuracy': 'full Gaussian: share that the evaluation classifier reads as their class',
  'sampler.gaussian.inception': 'full Gaussian: Inception Score',
  'sampler.gaussian.frechet': 'full Gaussian: Fréchet distance',
  'sampler.gaussian.nearest': 'full Gaussian: distance to the nearest training code',
  'sampler.class-gaussian.accuracy': 'Gaussian per class: share read as their class',
  'sampler.class-gaussian.inception': 'Gaussian per class: Inception Score',
  'sampler.class-gaussian.frechet': 'Gaussian per class: Fréchet distance',
  'sampler.class-gaussian.nearest': 'Gaussian per class: distance to the nearest training code',
  'sampler.mixture.accuracy': 'mixture of 10 Gaussians: share read as their class',
  'sampler.mixture.inception': 'mixture of 10 Gaussians: Inception Score',
  'sampler.mixture.frechet': 'mixture of 10 Gaussians: Fréchet distance',
  'sampler.mixture.nearest': 'mixture of 10 Gaussians: distance to the nearest training code',
  'sampler.kernel.accuracy': 'a code and its noise: share read as their class',
  'sampler.kernel.inception': 'a code and its noise: Inception Score',
  'sampler.kernel.frechet': 'a code and its noise: Fréchet distance',
  'sampler.kernel.nearest': 'a code and its noise: distance to the nearest training code',
  // held-out.ts: images the model never saw, codes found by optimization
  'heldOut.known.l1': 'mean absolute error of projections when the class is known',
  'heldOut.known.loss': 'L1 + L2 of projections when the class is known',
  'heldOut.unknown.loss': 'L1 + L2 of projections under the best of ten classes',
  'heldOut.unknown.accuracy': 'share of images whose best class is their own',
  // factors.ts, strokes only: R² on held-out folds of predicting a known factor by ridge regression
  'factor.slant.content': 'slant from the content code',
  'factor.thickness.content': 'thickness from the content code',
  'factor.width.content': 'width from the content code',
  'factor.offsetX.content': 'horizontal offset from the content code',
  'factor.slant.class': 'slant from the class',
  'factor.thickness.class': 'thickness from the class',
  'factor.width.class': 'width from the class',
  'factor.offsetX.class': 'horizontal offset from the class',
  // factor-reader.ts, strokes only: correlation of a factor of the source and of the one read in its transfers, mean over class pairs
  'factorReading.slant': 'slant that the source was drawn with, and the one read in its transfers',
  'factorReading.thickness': 'thickness that the source was drawn with, and the one read in its transfers',
  'factorReading.width': 'width that the source was drawn with, and the one read in its transfers',
  'factorReading.height': 'height that the source was drawn with, and the one read in its transfers',
  'factorReading.offsetX': 'horizontal offset of the source, and the one read in its transfers',
  'factorReading.offsetY': 'vertical offset of the source, and the one read in its transfers',
  // encoders/reconstructions.ts: images from their codes, at the means of Gaussian codes; as many training as validation images
  'reconstruction.training.mse': 'mean squared error on training images',
  'reconstruction.training.crossEntropy': 'cross-entropy summed over pixels, in nats, on training images',
  'reconstruction.validation.mse': 'mean squared error on validation images',
  'reconstruction.validation.crossEntropy': 'cross-entropy summed over pixels, in nats, on validation images',
  'reconstruction.validation.accuracy':
    'share of reconstructed validation images that the evaluation classifier reads as their class',
  'reconstruction.validation.inception': 'Inception Score of reconstructed validation images',
  'reconstruction.validation.frechet':
    'Fréchet distance of reconstructed validation images to the test images',
  // encoders/code-use.ts: codes of the validation images, the means of Gaussian codes
  'codes.active': 'code numbers that tell images apart: of Gaussian codes those whose variance is above 0.01',
  'codes.dead': 'code numbers that are the same for every image',
  'codes.smallestStd': 'standard deviation of the code number that varies least',
  'codes.largestStd': 'standard deviation of the code number that varies most',
  'posterior.meanStd': 'mean over images and code numbers of σ, the posterior’s standard deviation',
  'posterior.frechet': 'Fréchet distance of the Gaussian of all posteriors together to N(0, I)',
  'elbo.negative': 'minus the ELBO in nats, of sampled codes, but for the constant of a Gaussian data term',
  'elbo.data': 'its data term: cross-entropy, or squared error over twice the variance',
  'elbo.divergence': 'its KL(posterior ‖ N(0, I))',
  // encoders/principal-subspace.ts
  'pca.gap.training': 'mean squared error over PCA’s with as many numbers, minus 1, on training images',
  'pca.gap.validation': 'mean squared error over PCA’s with as many numbers, minus 1, on validation images',
  'pca.angle.largest':
    'largest principal angle between what the decoder spans and PCA’s subspace, in degrees',
  'pca.angle.mean': 'mean principal angle between the two, in degrees',
  'posterior.threshold':
    'variance of the first principal component over the number of pixels: the σ²ₓ above which a posterior collapses',
  // generated.ts: 10,000 pictures of drawn codes
  'generated.standard.inception':
    'N(0, I): Inception Score, mean over splits of 1,000 pictures, with the spread over them',
  'generated.standard.frechet':
    'N(0, I): Fréchet distance to the test images on the evaluation classifier’s features',
  'generated.standard.effectiveClasses':
    'N(0, I): exp of the entropy of the classes that the evaluation classifier reads',
  'generated.standard.smallestClass': 'N(0, I): share of pictures in the class that is read least',
  'generated.standard.largestClass': 'N(0, I): share of pictures in the class that is read most',
  'generated.standard.confidence': 'N(0, I): mean probability of the class that is read',
  'generated.standard.nearest':
    'N(0, I): root mean square difference, per pixel, to the nearest training image',
  'generated.fitted.inception':
    'Gaussian fitted to the codes: Inception Score, mean over splits of 1,000 pictures, with the spread over them',
  'generated.fitted.frechet':
    'Gaussian fitted to the codes: Fréchet distance to the test images on the evaluation classifier’s features',
  'generated.fitted.effectiveClasses':
    'Gaussian fitted to the codes: exp of the entropy of the classes that the evaluation classifier reads',
  'generated.fitted.smallestClass':
    'Gaussian fitted to the codes: share of pictures in the class that is read least',
  'generated.fitted.largestClass':
    'Gaussian fitted to the codes: share of pictures in the class that is read most',
  'generated.fitted.confidence': 'Gaussian fitted to the codes: mean probability of the class that is read',
  'generated.fitted.nearest':
    'Gaussian fitted to the codes: root mean square difference, per pixel, to the nearest training image',
  'generated.classFitted.inception':
    'Gaussian per class: Inception Score, mean over splits of 1,000 pictures, with the spread over them',
  'generated.classFitted.frechet':
    'Gaussian per class: Fréchet distance to the test images on the evaluation classifier’s features',
  'generated.classFitted.effectiveClasses':
    'Gaussian per class: exp of the entropy of the classes that the evaluation classifier reads',
  'generated.classFitted.smallestClass':
    'Gaussian per class: share of pictures in the class that is read least',
  'generated.classFitted.largestClass':
    'Gaussian per class: share of pictures in the class that is read most',
  'generated.classFitted.confidence': 'Gaussian per class: mean probability of the class that is read',
  'generated.classFitted.nearest':
    'Gaussian per class: root mean square difference, per pixel, to the nearest training image',
  'generated.real.nearest':
    'images that the model did not learn: root mean square difference, per pixel, to the nearest that it did',
  // encoders/code-content.ts: mean over 5 held-out folds of validation images, with the spread over them
  'codes.class.linear': 'accuracy of a linear probe of the class on the codes',
  'codes.class.mlp': 'accuracy of an MLP probe of the class on the codes',
  'codes.ink': 'R² of ridge regression of the ink on the codes',
  'codes.slant': 'R² of ridge regression of the slant on the codes',
  // gan/training-course.ts: 1,000 pictures of the same codes after each epoch of a GAN
  'inception.best': 'highest Inception Score of 1,000 pictures after any epoch',
  'inception.late': 'mean Inception Score of 1,000 pictures after the epochs of the last quarter',
  'inception.lateSd': 'standard deviation of the Inception Score over the epochs of the last quarter',
  // gan/discriminator.ts: as many training images, validation images and drawn pictures
  'discriminator.accuracy':
    'share of training images whose score is above 0 and of pictures whose score is below, together',
  'discriminator.unseenAccuracy':
    'the same with validation images, which the discriminator did not see in training',
  'discriminator.estimate': 'mean score of training images minus that of pictures',
  'discriminator.unseenEstimate': 'mean score of validation images minus that of pictures',
  // amortized/measure-amortized.ts: images that the model never saw, codes from the encoders
  'reading.learned.loss': 'L1 + L2 of the images that were learned, drawn from the encoders’ codes',
  'reading.all.loss': 'L1 + L2 of all test images, drawn from the encoders’ codes',
  'reading.all.classAccuracy': 'share of test images whose class code is nearest to that of their class',
  'reading.all.accuracy': 'share of these pictures that the evaluation classifier reads as the image’s class',
  'reading.encoded.loss': 'encoders: L1 + L2 of the images that the searches had',
  'reading.encoded.accuracy': 'encoders: share of pictures read as the image’s class',
  'reading.encoded.swap':
    'encoders: share of transfers of these contents that are read as their target class',
  'reading.refined.loss': 'search from the encoders’ codes: L1 + L2',
  'reading.refined.accuracy': 'search from the encoders’ codes: share of pictures read as the image’s class',
  'reading.refined.swap': 'search from the encoders’ codes: share of transfers read as their target class',
  'reading.searched.accuracy':
    'search from learned codes, best of ten classes: share of pictures read as the image’s class',
  'reading.searched.swap':
    'search from learned codes, best of ten classes: share of transfers read as their target class',
  // encoders/measure-encoder.ts, gan/measure-gan.ts and amortized/measure-amortized.ts
  'network.parameters': 'numbers that are learned',
  'network.bytes': 'bytes of the weights as they are stored',
} as const;

export type MetricName = keyof typeof metricNames;

/** Measured on a data set without any model of ours but the evaluation classifier: the marks that a run's metrics are read against. */
export const referenceNames = {
  'baseline.class-only.loss': 'L1 + L2 of the best single image of each class',
  'baseline.one-image.loss': 'L1 + L2 of the best single image',
  'baseline.black.loss': 'L1 + L2 of an empty image',
  'baseline.pca10.loss': 'L1 + L2 of PCA with 10 components, clipped to [0, 1]',
  'baseline.pca25.loss': 'L1 + L2 of PCA with 25 components, clipped to [0, 1]',
  'baseline.pca50.loss': 'L1 + L2 of PCA with 50 components, clipped to [0, 1]',
  'baseline.pca100.loss': 'L1 + L2 of PCA with 100 components, clipped to [0, 1]',
  'probe.majority': 'accuracy of always naming the most frequent class',
  'probe.linear.shuffled': 'linear probe on PCA-25 of the images with shuffled labels',
  'probe.mlp.shuffled': 'MLP probe on PCA-25 of the images with shuffled labels',
  'probe.linear.pca25': 'linear probe on PCA-25 of the images',
  'probe.mlp.pca25': 'MLP probe on PCA-25 of the images',
  'probe.linear.whitened25': 'linear probe on 25 random numbers an image, whitened class by class',
  'probe.mlp.whitened25': 'MLP probe on 25 random numbers an image, whitened class by class',
  'probe.linear.whitened8': 'linear probe on 8 random numbers an image, whitened class by class',
  'probe.mlp.whitened8': 'MLP probe on 8 random numbers an image, whitened class by class',
  'real.inception': 'Inception Score of real images with the evaluation classifier',
  'real.frechet':
    'Fréchet distance of as many other real images that the evaluation classifier learned, too, on its features',
  'real.frechetUnseen':
    'Fréchet distance of as many images that neither evaluation classifier nor runs have seen',
  'real.generated.inception':
    'Inception Score of 10,000 training images, mean over splits of 1,000, by the protocol for pictures of drawn codes',
  'real.generated.frechet': 'Fréchet distance of 10,000 training images to the test images, by that protocol',
  'real.accuracy': 'share of the training images that the evaluation classifier reads as their class',
  'real.diversity':
    'standard deviation of a pixel over real images of one class, mean over pixels and classes',
  'real.factorReading.slant': 'correlation of true and read slant in real pictures that the reader never saw',
  'real.factorReading.thickness': 'correlation of true and read thickness',
  'real.factorReading.width': 'correlation of true and read width',
  'real.factorReading.height': 'correlation of true and read height',
  'real.factorReading.offsetX': 'correlation of true and read horizontal offset',
  'real.factorReading.offsetY': 'correlation of true and read vertical offset',
  'evaluationClassifier.accuracy': 'accuracy of the evaluation classifier on images that it never saw',
  'auxiliaryClassifier.accuracy': 'accuracy of the auxiliary classifier on images that it never saw',
} as const;

export type ReferenceName = keyof typeof referenceNames;
