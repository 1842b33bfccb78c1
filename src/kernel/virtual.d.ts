/** What src/kernel/build/plugin.ts generates for the page and the worker. */
declare module 'virtual:kernel-assets' {
  interface BuiltAsset {
    readonly url: string;
    /** Size on the wire, for progress. */
    readonly size: number;
    /** Compressed by the build, since static hosts do not compress unknown types. */
    readonly gzip: boolean;
  }
  /** The frame's inline script; the policies of page and frame name its hash. */
  export const hostScript: string;
  export const framePolicy: string;
  export const assets: {
    readonly worker: BuiltAsset;
    readonly python: BuiltAsset;
    readonly stdlib: BuiltAsset;
    readonly packages: BuiltAsset;
    readonly kernelsSimd: BuiltAsset;
    readonly kernelsRelaxed: BuiltAsset;
  };
  /** Files that Python reads as /lib/data/NAME. */
  export const data: Readonly<Record<string, BuiltAsset>>;
  /** Files that are fetched when a reader asks for them. */
  export const later: Readonly<Record<string, BuiltAsset>>;
}

declare module 'pyodide/pyodide.asm.mjs' {
  const createPyodideModule: (settings: object) => Promise<never>;
  export default createPyodideModule;
}
