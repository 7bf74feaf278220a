import { describe, expect, it } from 'vitest';
import { whyNoTrustedRoot } from '#shared/model-files/signing/keyless-signature.ts';
import { isMalformed } from '#shared/model-files/signing/malformed.ts';
import {
  type SignatureTrust,
  type SigstoreIdentity,
  trustedCertificates,
  trustedRoot,
} from '#shared/model-files/signing/trust.ts';
import { verifyModelSignature } from '#shared/model-files/signing/verify-model-signature.ts';
import {
  basicConstraints,
  CODE_SIGNING,
  der,
  extendedKeyUsage,
  extension,
  keyUsage,
  pemOf,
  SERVER_AUTHENTICATION,
  utf8,
} from './certificate-builder.ts';
import {
  email,
  ISSUER,
  ISSUER_AS_DER,
  type KeylessOptions,
  keylessSignature,
  log,
  type Sigstore,
  sigstore,
  trustedRootOf,
  uri,
  userName,
} from './sigstore-builder.ts';

const FILES = { 'config.json': Buffer.from('{}'), 'weights.safetensors': Buffer.from('weights') };
const IDENTITY = 'release@contoso.example';
const ISSUED_BY = 'https://accounts.example';
const SIGNER = { identity: IDENTITY, issuer: ISSUED_BY };
const INSTANCE = sigstore();
const OTHER = sigstore();

function trusting(signers: readonly SigstoreIdentity[] = [SIGNER], instance = INSTANCE): SignatureTrust {
  const root = trustedRoot(Buffer.from(JSON.stringify(trustedRootOf(instance))));
  if (isMalformed(root)) throw new Error(root.malformed);
  return { keys: [], certificates: [], keyless: { identities: signers, ...root } };
}

const signed = (options: KeylessOptions = {}) => keylessSignature(INSTANCE, FILES, options);
const verify = (bundle: Uint8Array, trust = trusting()) => verifyModelSignature(bundle, trust);
const verified = (signer: SigstoreIdentity = SIGNER) => ({
  outcome: 'verified',
  signer: { kind: 'identity', ...signer },
});
const untrusted = (why: string) => ({ outcome: 'untrusted', why: expect.stringContaining(why) });
const invalid = (why: string) => ({ outcome: 'invalid', why: expect.stringContaining(why) });

/** The bundle with something of it changed. */
function changed(bundle: Buffer, change: (json: ReturnType<typeof JSON.parse>) => void): Buffer {
  const json = JSON.parse(bundle.toString());
  change(json);
  return Buffer.from(JSON.stringify(json));
}

describe('a signature without a key', () => {
  it('is verified where who signed is trusted as whom the issuer attests', async () => {
    expect(await verify(signed())).toMatchObject({
      ...verified(),
      manifest: { files: [{ path: 'config.json' }, { path: 'weights.safetensors' }] },
    });
  });

  it('is verified where one of several who are trusted signed', async () => {
    const others = ['build@contoso.example', 'tools@contoso.example'].map((identity) => ({
      identity,
      issuer: ISSUED_BY,
    }));
    expect(await verify(signed(), trusting([...others, SIGNER]))).toMatchObject(verified());
    expect(await verify(signed(), trusting(others))).toMatchObject(untrusted(`${IDENTITY} signed it`));
  });

  const WORKFLOW = 'https://github.com/contoso/churn/.github/workflows/release.yml@refs/heads/main';
  it.each<[string, readonly Uint8Array[], string]>([
    ['the address of a workflow', [uri(WORKFLOW)], WORKFLOW],
    ['a name of a user', [userName('release!contoso.example')], 'release!contoso.example'],
    // As sigstore-python has it: any of its names may be the one.
    ['the second of its names', [uri(WORKFLOW), email('other@contoso.example'), email(IDENTITY)], IDENTITY],
  ])('is verified by %s', async (_what, names, identity) => {
    const signer = { identity, issuer: ISSUED_BY };
    expect(await verify(signed({ names }), trusting([signer]))).toMatchObject(verified(signer));
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['alone in the older extension', [extension(ISSUER, false, Buffer.from(ISSUED_BY))]],
    ['alone in the newer extension', [extension(ISSUER_AS_DER, false, utf8(ISSUED_BY))]],
  ])('is verified where its issuer stands %s', async (_where, issuers) => {
    expect(await verify(signed({ issuers }))).toMatchObject(verified());
  });

  it('is untrusted where nobody is trusted who signs so, whatever authority is', async () => {
    const authorities = trustedCertificates(pemOf(INSTANCE.root, INSTANCE.authority));
    if (isMalformed(authorities)) throw new Error(authorities.malformed);
    expect(await verify(signed(), { ...trusting(), ...authorities, keyless: undefined })).toMatchObject(
      untrusted('nobody is trusted who signs so'),
    );
    expect(await verify(signed(), trusting([]))).toMatchObject(untrusted('who is not trusted'));
  });
});

describe('who is trusted to sign without a key', () => {
  it.each([
    ['another', { identity: 'build@contoso.example' }],
    ['one whose name begins so', { identity: IDENTITY.slice(0, -1) }],
    ['one whose name goes on', { identity: `${IDENTITY}.evil` }],
    ['one whose name ends so', { identity: IDENTITY.slice(1) }],
    ['one whose name is a pattern', { identity: '.*' }],
    ['one whose name is a pattern with anchors', { identity: '^release@contoso\\.example$' }],
    ['one whose name has other letters', { identity: IDENTITY.toUpperCase() }],
    ['one without a name', { identity: '' }],
    ['one of another issuer', { issuer: 'https://accounts.elsewhere' }],
    ['one whose issuer begins so', { issuer: ISSUED_BY.slice(0, -1) }],
    ['one whose issuer goes on', { issuer: `${ISSUED_BY}/` }],
    ['one whose issuer is a pattern', { issuer: 'https://accounts.*' }],
    ['one whose issuer is a pattern with anchors', { issuer: '^https://accounts\\.example$' }],
    ['one without an issuer', { issuer: '' }],
  ])('is not %s', async (_who, other) => {
    expect(await verify(signed(), trusting([{ ...SIGNER, ...other }]))).toMatchObject(
      untrusted(`${IDENTITY} signed it, of whom ${ISSUED_BY} attests, and who is not trusted`),
    );
  });

  it('is nobody of whom another issuer than theirs attests, where both are trusted', async () => {
    const signers = [
      { identity: IDENTITY, issuer: 'https://accounts.elsewhere' },
      { identity: 'build@contoso.example', issuer: ISSUED_BY },
    ];
    expect(await verify(signed(), trusting(signers))).toMatchObject(untrusted('who is not trusted'));
  });

  it.each<[string, KeylessOptions, Partial<SigstoreIdentity>]>([
    ['a certificate names nobody', { names: [] }, { identity: '' }],
    ['the name is empty', { names: [email('')] }, { identity: '' }],
    ['a certificate names no issuer', { issuers: [] }, { issuer: '' }],
    ['the issuer is empty', { issuer: '' }, { issuer: '' }],
    ['a name of a user is of another kind', { names: [userName(IDENTITY, '1.2.3.4')] }, {}],
    ['a letter of the name is not ASCII', { names: [email(`\u{f2}${IDENTITY.slice(1)}`)] }, {}],
    [
      'a letter of the name is none, though the sign for that is trusted',
      { names: [email(`\u{f2}${IDENTITY.slice(1)}`)] },
      { identity: `\u{fffd}${IDENTITY.slice(1)}` },
    ],
    ['something that is not seen begins the name', { names: [email(`\u{ef}\u{bb}\u{bf}${IDENTITY}`)] }, {}],
    // Four bytes of UTF-8 that end in the seven bits of “s://”.
    ['a letter of the issuer is not ASCII', { issuer: 'http\u{fabef}accounts.example' }, {}],
    [
      'two issuers stand in the certificate, of which one is trusted',
      {
        issuers: [
          extension(ISSUER, false, Buffer.from('https://accounts.elsewhere')),
          extension(ISSUER_AS_DER, false, utf8(ISSUED_BY)),
        ],
      },
      {},
    ],
    [
      'two issuers stand in the certificate, of which the other is trusted',
      {
        issuers: [
          extension(ISSUER, false, Buffer.from(ISSUED_BY)),
          extension(ISSUER_AS_DER, false, utf8('https://accounts.elsewhere')),
        ],
      },
      {},
    ],
    [
      'the issuer is no text',
      { issuers: [extension(ISSUER_AS_DER, false, der(0x04, Buffer.from(ISSUED_BY)))] },
      {},
    ],
    [
      'two names of an issuer stand in one extension',
      { issuers: [extension(ISSUER_AS_DER, false, Buffer.concat([utf8(ISSUED_BY), utf8('x')]))] },
      {},
    ],
  ])('is nobody where %s', async (_what, options, signer) => {
    expect(await verify(signed(options), trusting([{ ...SIGNER, ...signer }]))).toMatchObject({
      outcome: 'untrusted',
    });
  });

  it('is said to be nobody where a certificate names none, and no issuer', async () => {
    expect(await verify(signed({ names: [] }))).toMatchObject(untrusted('names nobody'));
    expect(await verify(signed({ issuers: [] }))).toMatchObject(untrusted('names no issuer'));
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['says nothing of what it is for', []],
    ['is for signing, and not for signing code', [keyUsage('digitalSignature')]],
    [
      'is for signing, and for servers',
      [keyUsage('digitalSignature'), extendedKeyUsage(SERVER_AUTHENTICATION)],
    ],
    ['is for signing code, with a key that is not said to sign', [extendedKeyUsage(CODE_SIGNING)]],
    [
      'is for signing code, with a key for encryption',
      [keyUsage('keyEncipherment'), extendedKeyUsage(CODE_SIGNING)],
    ],
    [
      'is of an authority',
      [basicConstraints(true), keyUsage('digitalSignature', 'keyCertSign'), extendedKeyUsage(CODE_SIGNING)],
    ],
  ])('is nobody whose certificate %s', async (_what, usages) => {
    expect(await verify(signed({ usages }))).toMatchObject(untrusted('its certificate'));
  });
});

describe('the log of signatures', () => {
  const stranger = () => keylessSignature(INSTANCE, { 'other.json': Buffer.from('[]') });
  const certificateOf = (bundle: Buffer): Buffer =>
    Buffer.from(JSON.parse(bundle.toString()).verificationMaterial.certificate.rawBytes, 'base64');

  it.each<[string, KeylessOptions]>([
    ['has no entry', { entries: [] }],
    ['promised nothing, so that nobody knows when it was signed', { entries: [{ isPromised: false }] }],
    [
      'says another time than it promised',
      { entries: [{ changed: (entry) => ({ ...entry, integratedTime: '1780315501' }) }] },
    ],
    [
      'has another place than it promised',
      { entries: [{ changed: (entry) => ({ ...entry, logIndex: '0' }) }] },
    ],
    ['has the entry twice', { entries: [{}, {}] }],
    ['has it when the certificate was over', { signedAt: new Date('2026-06-01T12:10:01Z') }],
    ['has it before the certificate began', { signedAt: new Date('2026-06-01T11:59:59Z') }],
    [
      'leads elsewhere than it shows',
      {
        entries: [
          {
            changed: (entry) => ({
              ...entry,
              inclusionProof: { ...entry.inclusionProof, hashes: [Buffer.alloc(32).toString('base64')] },
            }),
          },
        ],
      },
    ],
    [
      'is signed by nobody',
      {
        entries: [
          {
            changed: (entry) => ({
              ...entry,
              inclusionProof: {
                ...entry.inclusionProof,
                checkpoint: {
                  envelope: entry.inclusionProof?.checkpoint.envelope.replace(
                    /\S{20}\n$/,
                    `${'A'.repeat(20)}\n`,
                  ),
                },
              },
            }),
          },
        ],
      },
    ],
  ])('leaves it untrusted where it %s', async (_what, options) => {
    expect(await verify(signed(options))).toMatchObject(untrusted('Sigstore: '));
  });

  describe.each(['dsse', 'dsse of the second version', 'hashedrekord of the second version'] as const)(
    'with an entry of kind %s',
    (kind) => {
      const entries = [{ kind }];
      it('is gone by', async () => {
        expect(await verify(signed({ entries }))).toMatchObject(verified());
      });

      it.each<[string, () => KeylessOptions]>([
        ['payload', () => ({ logged: { payload: Buffer.from('{}') } })],
        ['signature', () => ({ logged: { signature: Buffer.from('no signature') } })],
        ['certificate', () => ({ logged: { certificate: certificateOf(stranger()) } })],
      ])('makes a signature invalid where that is of another %s', async (_what, options) => {
        expect(await verify(signed({ entries, ...options() }))).toMatchObject({ outcome: 'invalid' });
      });
    },
  );

  it('makes it invalid where the entry is of another bundle', async () => {
    const other = JSON.parse(stranger().toString());
    const bundle = changed(signed(), (json) => {
      json.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries;
    });
    expect(await verify(bundle)).toMatchObject({ outcome: 'invalid' });
  });

  it.each([
    ['application/vnd.dev.sigstore.bundle.v0.3+json', invalid('Sigstore: ')],
    ['application/vnd.dev.sigstore.bundle+json;version=0.1', untrusted('nothing proves')],
  ])(
    'verifies nothing where no proof shows that the entry is in it, in a bundle of type %s',
    async (mediaType, verdict) => {
      const retyped = (bundle: Buffer) => changed(bundle, (json) => Object.assign(json, { mediaType }));
      expect(await verify(retyped(signed()))).toMatchObject(verified());
      expect(await verify(retyped(signed({ entries: [{ isProven: false }] })))).toMatchObject(verdict);
    },
  );

  it('leaves it untrusted where the entry is of a kind that model_signing does not take', async () => {
    expect(await verify(signed({ entries: [{ kind: 'intoto' }] }))).toMatchObject(
      untrusted('of a kind that is not understood'),
    );
  });
});

describe('a trusted root', () => {
  it.each<[string, Partial<Sigstore>]>([
    ['other authorities', { root: OTHER.root, authority: OTHER.authority }],
    ['the root of other authorities', { root: OTHER.root }],
    ['another log of signatures', { signatureLog: log() }],
    ['another log of certificates', { certificateLog: log() }],
    [
      'a log of signatures of the same name with another key',
      { signatureLog: { ...log(), id: INSTANCE.signatureLog.id } },
    ],
    [
      'a log of certificates of the same name with another key',
      { certificateLog: { ...log(), id: INSTANCE.certificateLog.id } },
    ],
    [
      'its logs in each other’s place',
      { certificateLog: INSTANCE.signatureLog, signatureLog: INSTANCE.certificateLog },
    ],
  ])('with %s leaves a signature untrusted', async (_what, part) => {
    expect(await verify(signed(), trusting([SIGNER], { ...INSTANCE, ...part }))).toMatchObject(
      untrusted('Sigstore: '),
    );
  });

  it.each(['certificateAuthorities', 'ctlogs', 'tlogs'] as const)(
    'of which the %s were over when it was signed leaves a signature untrusted',
    async (which) => {
      const over = JSON.stringify(trustedRootOf(INSTANCE), (key, value) =>
        key === which
          ? JSON.parse(JSON.stringify(value).replaceAll('"start":"2026-01-01', '"end":"2026-05-01'))
          : value,
      );
      const keyless = { identities: [SIGNER], trustedRoot: JSON.parse(over) };
      expect(await verify(signed(), { ...trusting(), keyless })).toMatchObject(untrusted('Sigstore: '));
    },
  );

  it('leaves a signature untrusted of which no log of certificates knows', async () => {
    expect(await verify(signed({ isInCertificateLog: false }))).toMatchObject(untrusted('Sigstore: '));
  });

  it('may stand in the trust configuration of a client', async () => {
    const config = {
      mediaType: 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json',
      trustedRoot: trustedRootOf(INSTANCE),
    };
    const root = trustedRoot(Buffer.from(JSON.stringify(config)));
    if (isMalformed(root)) throw new Error(root.malformed);
    const keyless = { identities: [SIGNER], ...root };
    expect(await verify(signed(), { ...trusting(), keyless })).toMatchObject(verified());
  });

  it('that cannot be read leaves a signature untrusted, and says why', async () => {
    const root = { ...trustedRootOf(INSTANCE), tlogs: [{ publicKey: { rawBytes: 'AAAA' } }] };
    const keyless = { identities: [SIGNER], trustedRoot: root };
    expect(await verify(signed(), { ...trusting(), keyless })).toMatchObject(
      untrusted('of the trusted root'),
    );
    expect(await whyNoTrustedRoot(root)).toContain('cannot be read');
    expect(await whyNoTrustedRoot(trustedRootOf(INSTANCE))).toBeUndefined();
  });
});

describe('a bundle without a key', () => {
  it('is invalid where what it says was changed after it was signed', async () => {
    const payload = (statement: object) => ({ ...statement, changed: true });
    expect(await verify(signed({ payload }))).toMatchObject(invalid('Sigstore: '));
    const logged = changed(signed(), (json) => {
      const text = Buffer.from(json.dsseEnvelope.payload, 'base64').toString().replace('"files"', '"files" ');
      json.dsseEnvelope.payload = Buffer.from(text).toString('base64');
    });
    expect(await verify(logged)).toMatchObject(invalid('Sigstore: '));
  });

  it('is invalid where another key signed it, and the log took it all the same', async () => {
    expect(await verify(signed({ signingKey: log().privateKey }))).toMatchObject(
      invalid('signature verification failed'),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no entry', {}],
    ['text', 'entry'],
    [
      'an entry without a body',
      {
        logId: {},
        kindVersion: {},
        inclusionProof: { checkpoint: {} },
        inclusionPromise: {},
        integratedTime: '1780315500',
      },
    ],
    ['numbers that are none', { logIndex: 'x', integratedTime: 'y', logId: { keyId: 7 } }],
  ])('is not verified and throws nothing where its log holds %s', async (_what, entry) => {
    const bundle = changed(signed(), (json) => {
      json.verificationMaterial.tlogEntries = [entry];
    });
    expect(['untrusted', 'invalid']).toContain((await verify(bundle)).outcome);
  });

  it('throws nothing and is not verified, whichever of many bytes of its certificate or of its entry is another', async () => {
    const bundle = signed();
    const { certificate, tlogEntries } = JSON.parse(bundle.toString()).verificationMaterial;
    const places: readonly [string, (json: ReturnType<typeof JSON.parse>, bytes: string) => void][] = [
      [
        certificate.rawBytes,
        (json, bytes) => {
          json.verificationMaterial.certificate.rawBytes = bytes;
        },
      ],
      [
        tlogEntries[0].canonicalizedBody,
        (json, bytes) => {
          json.verificationMaterial.tlogEntries[0].canonicalizedBody = bytes;
        },
      ],
    ];
    for (const [text, put] of places) {
      const bytes = Buffer.from(text, 'base64');
      for (let at = 0; at < bytes.length; at += 16) {
        const other = Buffer.from(bytes);
        other.writeUInt8(other.readUInt8(at) ^ 0x01, at);
        const { outcome } = await verify(changed(bundle, (json) => put(json, other.toString('base64'))));
        expect(['untrusted', 'invalid'], `byte ${at}`).toContain(outcome);
      }
    }
  });
});
