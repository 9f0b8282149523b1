/** The images of both data sets: what most tests' networks draw and read. */
export const imageSize = 28;
export const numPixels = imageSize * imageSize;
export const digitShape = { imageHeight: imageSize, imageWidth: imageSize, imageChannels: 1 } as const;
