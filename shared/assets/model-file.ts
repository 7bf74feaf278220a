import * as z from 'zod';
import type { AssetType } from '#shared/model/asset-type.ts';

/** One of the things that were seen in a file, as printable text. */
const seen = z.looseObject({
  rule: z.string(),
  effect: z.enum(['dangerous', 'review', 'note']),
  text: z.string(),
  /** The call that loading would make. */
  call: z.string().optional(),
  /** The members that lead there. */
  within: z.array(z.string()),
  offset: z.number().optional(),
});

/** What loads the file, and whether it is still the file that was registered. */
const loader = z.looseObject({
  id: z.string(),
  type: z.string(),
  pinnedETag: z.string().optional(),
  registeredAt: z.string().optional(),
  isChanged: z.boolean(),
});

/** What the nearest `model.sig` says of the file. */
const signature = z.looseObject({
  outcome: z.enum(['none', 'verified', 'untrusted', 'unverified', 'invalid', 'not-read']),
  why: z.string(),
  address: z.string().optional(),
  revision: z.string().optional(),
  signer: z.string().optional(),
  isSigned: z.boolean().optional(),
  isAsSigned: z.boolean().optional(),
});

/**
 * The fields of a model file: what its inspection found. They are of no API. `isDangerous` and `needsReview` are
 * left out where not enough of the file was read to tell.
 */
const config = z.looseObject({
  address: z.string().optional(),
  bytes: z.number().optional(),
  bytesRead: z.number().optional(),
  revision: z.string().optional(),
  modifiedAt: z.string().optional(),
  status: z.enum(['complete', 'partial', 'error']).optional(),
  verdict: z.enum(['clean', 'review', 'dangerous']).optional(),
  isDangerous: z.boolean().optional(),
  needsReview: z.boolean().optional(),
  formats: z.array(z.string()).optional(),
  seen: z.array(seen).optional(),
  imports: z.array(z.string()).optional(),
  notRead: z.array(z.string()).optional(),
  loadedBy: z.array(loader).optional(),
  signature: signature.optional(),
  inspector: z.number().optional(),
});

/** What model files of all clouds have in common. */
export const modelFileType = (storage: Pick<AssetType, 'title' | 'placement' | 'nativeType' | 'asffType'>) =>
  ({
    ...storage,
    isSummary: true,
    shape: { package: 'none', type: 'what its inspection found' },
    config,
  }) as const;
