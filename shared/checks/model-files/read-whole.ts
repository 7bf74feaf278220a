import { check, type UnnamedCheck } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { type ModelFileStorage, SOURCE } from './storage.ts';

export const wasReadWhole = ({ assetType, letRead }: ModelFileStorage): UnnamedCheck =>
  check(assetType, {
    title: 'Of model files all that decides could be read',
    severity: 'low',
    fails: field('status').isNot('complete'),
    why: 'What was not read may run code: the file is encrypted, archived, damaged, of a format that is not known, or not to be read by aispm. Nothing else is said of it, and nothing else should be concluded.',
    fix: letRead,
    source: SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0010.003'], 'nist-ai-rmf': ['MEASURE 2.7'] },
    examples: {
      pass: [{ status: 'complete', notRead: [] }],
      fail: [
        { status: 'partial', notRead: ['weights.bin › it is encrypted'] },
        { status: 'error', notRead: ['S3 denies it (AccessDenied); it needs s3:GetObject'] },
      ],
      unknown: [{}],
    },
  });
