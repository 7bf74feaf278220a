import type { ModelSigner } from './verdict.ts';

/** What one way of signing makes of a bundle of which the statement is known to be in order. */
export type SignerVerdict =
  | { readonly outcome: 'verified'; readonly signer: ModelSigner }
  | { readonly outcome: 'untrusted'; readonly why: string }
  | { readonly outcome: 'invalid'; readonly why: string };
