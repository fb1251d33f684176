/** What a test asks the running double to do, over the channel between the processes. */
export type Order =
  | { readonly kind: 'records' }
  | { readonly kind: 'power'; readonly event: 'suspend' | 'resume' }
  | { readonly kind: 'close-window' }
  | { readonly kind: 'quit' }
  /** an invocation as a frame of this URL would make it */
  | {
      readonly kind: 'invoke';
      readonly url: string;
      readonly top: boolean;
      readonly method: string;
      readonly args: readonly unknown[];
    };

export type FromDouble =
  | { readonly kind: 'ready'; readonly port: string; readonly chromium: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown };
