import { detectors } from '#shared/assets/aws/guardduty.ts';
import { check } from '#shared/model/check.ts';
import { all, field, none, some } from '#shared/model/predicate.ts';

export default check(detectors, {
  title: 'GuardDuty’s AI protection is on in the regions that AI runs in',
  severity: 'medium',
  applies: some('detectors', field('Status').is('ENABLED')),
  fails: none(
    'detectors',
    some('Features', all(field('Name').is('AI_PROTECTION'), field('Status').is('ENABLED')), {
      absentIsEmpty: 'GetDetectorResponse.Features: describes the features that have been enabled',
    }),
  ),
  why: 'Attacks that only show in how models and agents are called pass GuardDuty by.',
  fix: {
    console: 'In GuardDuty, open “Protection plans” and enable AI protection.',
    cli: 'aws guardduty update-detector --detector-id … --features \'[{"Name":"AI_PROTECTION","Status":"ENABLED"}]\'',
    cloudformation: { Features: [{ Name: 'AI_PROTECTION', Status: 'ENABLED' }] },
  },
  source: 'GetDetector response, @aws-sdk/client-guardduty',
  frameworks: { 'mitre-atlas': ['AML.T0034'] },
  peers: {
    union: ['aws.guardduty.ai-protection-off'],
    prowler: ['guardduty_is_enabled'],
    'aws-samples': ['SM-04'],
  },
  examples: {
    pass: [{ detectors: [{ Status: 'ENABLED', Features: [{ Name: 'AI_PROTECTION', Status: 'ENABLED' }] }] }],
    fail: [
      { detectors: [{ Status: 'ENABLED', Features: [{ Name: 'AI_PROTECTION', Status: 'DISABLED' }] }] },
      { detectors: [{ Status: 'ENABLED' }] },
    ],
    unknown: [{ detectors: [{ Status: 'ENABLED', Features: [{ Name: 'AI_PROTECTION', Status: 'HALF' }] }] }],
    notApplicable: [{ detectors: [] }],
  },
});
