import { createHash } from 'node:crypto';
import * as z from 'zod';
import { quoted } from '../text-of-file.ts';
import { isMalformed, type Malformed, malformed } from './malformed.ts';
import type { SignedManifest } from './manifest.ts';
import { filesOf, namingOf, wholeFiles } from './resources.ts';
import { shaped, strictJson } from './strict-json.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const SIGNATURE = 'https://model_signing/signature/v1.0';
/** Of model_signing 0.2: a subject per file, and nothing else. */
const DIGESTS = 'https://model_signing/Digests/v0.1';

const MOST_RESOURCES = 200_000;
const MOST_IGNORED = 10_000;

const Name = z.string().min(1).max(4096);
const Hex = z
  .string()
  .max(256)
  .regex(/^(?:[0-9a-fA-F]{2})+$/, 'a digest in hex is wanted')
  .transform((text) => text.toLowerCase());
const Subject = z.looseObject({ name: z.string().max(4096), digest: z.looseObject({ sha256: Hex }) });

const Statement = z.looseObject({ _type: z.string().max(200), predicateType: z.string().max(1000) });

/** As model_signing 1.0 writes it: `Payload` in _signing/signing.py, and manifest.py. */
const SignatureStatement = z.looseObject({
  subject: z.tuple([Subject]),
  predicate: z.looseObject({
    serialization: z.looseObject({
      method: z.string().max(100),
      allow_symlinks: z.boolean().optional(),
      ignore_paths: z.array(z.string().max(4096)).max(MOST_IGNORED).optional(),
    }),
    resources: z
      .array(z.looseObject({ name: Name, algorithm: z.string().max(100), digest: Hex }))
      .min(1)
      .max(MOST_RESOURCES),
  }),
});

const DigestsStatement = z.looseObject({
  subject: z
    .array(
      z.looseObject({
        name: Name,
        digest: z.looseObject({ sha256: Hex }),
        annotations: z.looseObject({ actual_hash_algorithm: z.string().max(100).optional() }).optional(),
      }),
    )
    .min(1)
    .max(MOST_RESOURCES),
});

/** A statement about something else than a model, such as how a package was built. */
export interface OtherStatement {
  readonly predicateType: string;
}

/**
 * What a signed payload states of a model. Its root digest is computed anew out of those of its files, and has to be
 * the one that it states.
 *
 * Source: sigstore/model-transparency, `dsse_payload_to_manifest` in model_signing/_signing/signing.py.
 */
export function readStatement(
  payloadType: string,
  payload: Uint8Array,
): SignedManifest | OtherStatement | Malformed {
  if (payloadType !== PAYLOAD_TYPE)
    return malformed(`its payload is of type ${quoted(payloadType)} and not ${PAYLOAD_TYPE}`);
  const read = strictJson(payload);
  if (isMalformed(read)) return ofPayload(read);
  const statement = shaped(read.json, Statement);
  if (isMalformed(statement)) return ofPayload(statement);
  const { _type, predicateType } = statement.value;
  if (predicateType !== SIGNATURE && predicateType !== DIGESTS) return { predicateType };
  if (_type !== STATEMENT_TYPE)
    return malformed(`its statement is of type ${quoted(_type)} and not ${STATEMENT_TYPE}`);
  return predicateType === SIGNATURE ? signatureManifest(read.json) : digestsManifest(read.json);
}

const ofPayload = ({ malformed: why }: Malformed): Malformed => malformed(`of its payload, ${why}`);

function signatureManifest(json: unknown): SignedManifest | Malformed {
  const statement = shaped(json, SignatureStatement);
  if (isMalformed(statement)) return ofPayload(statement);
  const {
    subject: [model],
    predicate: { serialization, resources },
  } = statement.value;

  const root = createHash('sha256');
  for (const { digest } of resources) root.update(digest, 'hex');
  const computed = root.digest('hex');
  if (computed !== model.digest.sha256)
    return malformed(`it states the root digest ${model.digest.sha256}, and its files have ${computed}`);

  // A model of one file is called “.” by model_signing, and by its own name in the specification.
  const [only] = resources;
  const isSingleFile = resources.length === 1 && (only?.name === '.' || only?.name === model.name);
  const named = isSingleFile ? resources.map((resource) => ({ ...resource, name: model.name })) : resources;
  const naming = namingOf(serialization.method);
  if (isMalformed(naming)) return naming;
  const files = filesOf(named, naming);
  if (isMalformed(files)) return files;
  return {
    modelName: model.name,
    rootDigest: computed,
    isSingleFile,
    allowsSymlinks: serialization.allow_symlinks ?? false,
    ignoredPaths: serialization.ignore_paths ?? [],
    files: files.files,
  };
}

function digestsManifest(json: unknown): SignedManifest | Malformed {
  const statement = shaped(json, DigestsStatement);
  if (isMalformed(statement)) return ofPayload(statement);
  const resources = statement.value.subject.map(({ name, digest, annotations }) => ({
    name,
    // It stands below the name of SHA-256, whatever it is of: `file-sha256`.
    algorithm: annotations?.actual_hash_algorithm?.replace(/^file-/, '') ?? 'sha256',
    digest: digest.sha256,
  }));
  const files = filesOf(resources, wholeFiles);
  if (isMalformed(files)) return files;
  const bare = { modelName: '', rootDigest: undefined, isSingleFile: false };
  return { ...bare, allowsSymlinks: false, ignoredPaths: [], files: files.files };
}
