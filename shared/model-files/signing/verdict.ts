import type { SignedManifest } from './manifest.ts';

/** Who signed. */
export type ModelSigner =
  | {
      readonly kind: 'key';
      /** SHA-256 of the public key as PEM, in hex. */
      readonly fingerprint: string;
    }
  | {
      readonly kind: 'certificate';
      /** As OpenSSL writes it, with commas. */
      readonly subject: string;
      /** SHA-256 of the certificate, in hex. */
      readonly fingerprint: string;
    }
  | { readonly kind: 'identity'; readonly identity: string; readonly issuer: string };

/** What is known of a signature. Only what is `verified` vouches for anything. */
export type SignatureVerdict =
  | { readonly outcome: 'verified'; readonly signer: ModelSigner; readonly manifest: SignedManifest }
  /** Well-formed, and not shown to be by anybody who is trusted. Its manifest may be by whoever wrote the file. */
  | { readonly outcome: 'untrusted'; readonly why: string; readonly manifest: SignedManifest }
  /** It cannot be a signature of what it says: damaged, changed after it was made, or written to deceive. */
  | { readonly outcome: 'invalid'; readonly why: string }
  /** A bundle of Sigstore about something else than a model. */
  | { readonly outcome: 'unrelated'; readonly what: string };

/** In a sentence, after “signed by”. */
export function signerText(signer: ModelSigner): string {
  switch (signer.kind) {
    case 'key':
      return `the key ${signer.fingerprint}`;
    case 'certificate':
      return `the certificate of ${signer.subject} (${signer.fingerprint})`;
    case 'identity':
      return `${signer.identity}, of whom ${signer.issuer} attests`;
  }
}
