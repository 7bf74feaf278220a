import { signatureSays } from '#shared/assets/model-file-signature.ts';
import { check, type UnnamedCheck } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { type ModelFileStorage, REPLACED, SIGNATURES } from './storage.ts';

export const isAsSigned = ({ assetType, closeToWriters }: ModelFileStorage): UnnamedCheck =>
  check(assetType, {
    title: 'Model files are those that were signed',
    severity: 'high',
    applies: field('signature.outcome').isOneOf('verified', 'unverified', 'invalid'),
    fails: signatureSays('isAsSigned', 'the file is not what its signature is of'),
    why: 'Somebody signed another file under this name, or the signature was changed after it was made: what is loaded is not what its maker released.',
    fix: closeToWriters,
    source: SIGNATURES,
    frameworks: REPLACED,
    examples: {
      pass: [{ signature: { outcome: 'verified', why: 'it is the file that was signed', isAsSigned: true } }],
      fail: [
        { signature: { outcome: 'verified', why: 'it is not the file that was signed', isAsSigned: false } },
        { signature: { outcome: 'invalid', why: 'the key did not sign what it holds', isAsSigned: false } },
      ],
      unknown: [{ signature: { outcome: 'verified', why: 'it was not compared' } }],
      notApplicable: [{ signature: { outcome: 'none', why: 'there is no model.sig' } }],
    },
  });
