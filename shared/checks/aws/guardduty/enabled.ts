import { detectors } from '#shared/assets/aws/guardduty.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(detectors, {
  title: 'GuardDuty watches the regions that AI runs in',
  severity: 'medium',
  fails: none('detectors', field('Status').is('ENABLED')),
  why: 'Stolen credentials that call models, and buckets of training data that are read from strange places, are noticed by nobody.',
  fix: {
    console: 'In GuardDuty, choose the region and “Enable GuardDuty”.',
    cli: 'aws guardduty create-detector --enable',
    cloudformation: { Enable: true },
  },
  source: 'ListDetectors and GetDetector responses, @aws-sdk/client-guardduty',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0034'], 'iso-42001': ['A.6.2.8'] },
  peers: {
    union: ['aws.guardduty.ai-protection-off'],
    prowler: ['guardduty_is_enabled'],
    'aws-samples': ['SM-04'],
  },
  examples: {
    pass: [{ detectors: [{ Status: 'ENABLED' }] }],
    fail: [{ detectors: [] }, { detectors: [{ Status: 'DISABLED' }] }],
    unknown: [{ detectors: [{ Status: 'ASLEEP' }] }],
  },
});
