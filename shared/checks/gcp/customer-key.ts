import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { check, type Example, type Peers, type UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Predicate } from '#shared/model/predicate.ts';
import type { Severity } from '#shared/model/severity.ts';
import { posted, provisioned, resource } from './fixes.ts';
import { lacksCustomerKey } from './predicates.ts';

interface CustomerKey {
  /** “… are encrypted with a customer-managed key”. */
  readonly things: string;
  readonly severity: Severity;
  readonly why: string;
  readonly applies?: Predicate;
  readonly console: string;
  /** Where it is created with a request, the collection; or else the command. */
  readonly cli: { readonly collection: string } | string;
  /** The resource of the Google provider that takes an `encryption_spec`, if one does. */
  readonly terraform?: string;
  readonly peers?: Peers;
  /** What the examples need besides. */
  readonly besides?: JsonObject;
  readonly notApplicable?: readonly Example[];
}

const KEY = 'projects/p/locations/us-central1/keyRings/ml/cryptoKeys/own';

/** The same question of every type that Vertex AI keeps: whose key is it encrypted with? */
export function customerKeyCheck(assetType: AssetType, declared: CustomerKey): UnnamedCheck {
  const { things, severity, why, applies, console, cli, terraform, peers, besides = {} } = declared;
  const command =
    typeof cli === 'string'
      ? cli
      : posted(cli.collection, {
          displayName: '…',
          encryptionSpec: { kmsKeyName: 'projects/…/cryptoKeys/KEY' },
        });
  return check(assetType, {
    title: `${things} are encrypted with a customer-managed key`,
    severity,
    ...(applies ? { applies } : {}),
    fails: lacksCustomerKey,
    why,
    fix: {
      console,
      cli: command,
      terraform: terraform
        ? resource(terraform, 'encryption_spec {', '  kms_key_name = google_kms_crypto_key.ml.id', '}')
        : provisioned(command),
    },
    source: `${assetType.shape.type}.encryption_spec, EncryptionSpec.kms_key_name; absent where Google’s own key is used; ${PROTO_JSON}`,
    frameworks: { 'nist-ai-rmf': ['MEASURE 2.10'], 'iso-42001': ['A.4.3'] },
    ...(peers ? { peers } : {}),
    examples: {
      pass: [{ ...besides, encryptionSpec: { kmsKeyName: KEY } }],
      fail: [besides, ...[{}, { kmsKeyName: '' }].map((encryptionSpec) => ({ ...besides, encryptionSpec }))],
      unknown: [{ ...besides, encryptionSpec: 'cmek' }],
      ...(declared.notApplicable ? { notApplicable: declared.notApplicable } : {}),
    },
  });
}
