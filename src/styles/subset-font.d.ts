/** The part of subset-font that the site uses; the package brings no types. */
declare module "subset-font" {
  interface SubsetOptions {
    targetFormat: "woff2" | "truetype";
    /** Where each axis is pinned. */
    variationAxes: Record<string, number>;
    keepFeatures?: readonly string[];
    /** Tables of OpenType by their tags of four letters. */
    dropTables?: readonly string[];
    noHinting?: boolean;
    noLayoutClosure?: boolean;
  }
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: SubsetOptions,
  ): Promise<Uint8Array>;
}
