/** The part of subset-font that the build uses; the package comes without types. */
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'woff2' | 'truetype';
    /** OpenType tags; no other feature stays. */
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
    readonly variationAxes?: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
  }
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: SubsetOptions,
  ): Promise<Buffer<ArrayBuffer>>;
}
