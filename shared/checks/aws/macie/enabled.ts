import { macieSession } from '#shared/assets/aws/macie.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(macieSession, {
  title: 'Macie looks for sensitive data in the regions that AI runs in',
  severity: 'medium',
  fails: any(field('status').isAbsent(), field('status').isNot('ENABLED')),
  why: 'Personal data and credentials among training data and documents are found by a model’s users before they are found by you.',
  fix: {
    console: 'In Macie, choose the region and “Enable Macie”.',
    cli: 'aws macie2 enable-macie',
    cloudformation: { Status: 'ENABLED' },
  },
  source: 'GetMacieSession response, @aws-sdk/client-macie2',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'], 'iso-42001': ['A.7.2'] },
  peers: { union: ['aws.macie.off'], prowler: ['macie_is_enabled'], 'aws-samples': ['FS-44'] },
  examples: {
    pass: [{ status: 'ENABLED' }],
    fail: [{}, { status: 'PAUSED' }],
    unknown: [{ status: 'ASLEEP' }],
  },
});
