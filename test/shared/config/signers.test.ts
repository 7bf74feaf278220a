import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '#shared/config/read.ts';
import { signatureTrust } from '#shared/config/signers.ts';
import { trustName } from '#shared/model-files/signing/trust.ts';
import { keyPair } from '../model-files/signature-builder.ts';

const PAIR = keyPair();
const PRIVATE = PAIR.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const places = ['s3://models'];
const parsed = (signers: object) =>
  parseConfig({ modelFiles: { places, signers } }, 'test').modelFiles?.signers;

function problemsOf(signers: object): string {
  try {
    parsed(signers);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join('\n');
    throw error;
  }
  return '';
}

describe('whose signatures count', () => {
  it('are those whose keys are written', () => {
    const trust = signatureTrust(parsed({ publicKeys: [PAIR.pem] }));
    expect(trust.keys).toHaveLength(1);
    expect(trust).toMatchObject({ certificates: [], keyless: undefined });
    expect(trustName(trust)).not.toBe(trustName(signatureTrust(undefined)));
  });

  it('are nobody’s where none are written', () => {
    expect(signatureTrust(undefined)).toEqual({ keys: [], certificates: [], keyless: undefined });
  });

  it.each([
    ['nobody', {}, 'names nobody'],
    ['a private key', { publicKeys: [PRIVATE] }, 'it holds a private key'],
    ['no key', { publicKeys: ['hello'] }, 'modelFiles.signers.publicKeys[0]: is not a public key'],
    ['no certificate', { certificates: PAIR.pem }, 'certificates as PEM are wanted'],
    [
      'identities without a root',
      { identities: [{ identity: 'a@example.com', issuer: 'https://accounts.example.com' }] },
      'identities and trustedRoot belong together',
    ],
    [
      'an issuer that is no address',
      { identities: [{ identity: 'a@example.com', issuer: 'Google' }], trustedRoot: {} },
      'write its address',
    ],
    [
      'a root that is none',
      {
        identities: [{ identity: 'a@example.com', issuer: 'https://accounts.example.com' }],
        trustedRoot: {},
      },
      'is no trusted root of Sigstore',
    ],
  ])('are refused where the config names %s', (_what, signers, problem) => {
    expect(problemsOf(signers)).toContain(problem);
  });

  it('never says a private key again', () => {
    expect(problemsOf({ publicKeys: [PRIVATE, PRIVATE] })).not.toContain(PRIVATE.slice(40, 80));
  });
});
