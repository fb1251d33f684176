interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}
interface Hooks {
  readonly keep: (callable: unknown) => string;
  readonly remote: (id: string) => (...args: readonly unknown[]) => unknown;
}
declare function createCodec(hooks?: Hooks): Codec;
export = createCodec;
