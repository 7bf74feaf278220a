import { signatureSays } from '#shared/assets/model-file-signature.ts';
import { check, type UnnamedCheck } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';
import { type ModelFileStorage, REPLACED, SIGNATURES } from './storage.ts';

const formats = ['safetensors'];
const loadedBy = [
  {
    id: 'arn:aws:sagemaker:eu-west-1:111122223333:model/churn',
    type: 'aws.sagemaker.model',
    isChanged: false,
  },
];

export const isSigned = ({ assetType, signed }: ModelFileStorage): UnnamedCheck =>
  check(assetType, {
    title: 'Model files are signed by somebody you trust',
    severity: 'low',
    applies: all(some('loadedBy', field('id').isPresent()), not(field('formats').isEmpty())),
    fails: signatureSays('isSigned', 'nobody who is trusted signed the file'),
    why: 'Without a signature nothing ties the file to who made it: whoever may write to the bucket may put another model there, and no control that comes later can tell.',
    fix: signed,
    source: SIGNATURES,
    frameworks: REPLACED,
    examples: {
      pass: [
        {
          formats,
          loadedBy,
          signature: { outcome: 'verified', why: 'it is the file that was signed', isSigned: true },
        },
      ],
      fail: [
        { formats, loadedBy, signature: { outcome: 'none', why: 'there is no model.sig', isSigned: false } },
      ],
      unknown: [{ formats, loadedBy, signature: { outcome: 'unverified', why: 'it was not compared' } }],
      notApplicable: [
        { formats, loadedBy: [] },
        { formats: [], loadedBy },
      ],
    },
  });
