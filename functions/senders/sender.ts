import type { ChangedAsset } from '#connectors/changed-asset.ts';
import type { Verification } from './token.ts';

/** A service of another cloud that posts what changed there. */
export interface Sender {
  /** What its messages are remembered and counted under. */
  readonly name: 'azure' | 'google';
  readonly path: `/${string}`;
  verify(authorization: string | undefined, now: Date): Promise<Verification>;
  /** What a body says that was sent by one who is verified; `undefined` where it is none of this sender's. */
  read(body: Uint8Array): Delivery | undefined;
}

export type Delivery =
  /** A question whether events are wanted here, with the answer that says so. */
  | { readonly kind: 'handshake'; readonly answer: string }
  | { readonly kind: 'changes'; readonly changes: readonly ReportedChange[] };

export interface ReportedChange {
  /** The sender's own, the same when it sends the message again. */
  readonly messageId: string;
  readonly sentAt: Date;
  /** None where it is of no interest. */
  readonly assets: readonly ChangedAsset[];
}

/** The JSON in a body; `undefined` where it is none. */
export function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
