import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'AI assets are only in regions that are allowed',
  severity: 'high',
  applies: field('aiAssets').atLeast(1),
  fails: not(field('region').fitsOneOf(parameter('allowedRegions'))),
  why: 'Models, prompts and training data lie, and are processed, where your contracts or the law do not let them be.',
  fix: {
    console:
      'Move what is there to an allowed region, and deny the others in a service control policy on aws:RequestedRegion.',
    cli: 'aws organizations create-policy --type SERVICE_CONTROL_POLICY --name allowed-regions --content file://regions.json --description …',
    cloudformation: {
      Type: 'AWS::Organizations::Policy',
      Properties: {
        Type: 'SERVICE_CONTROL_POLICY',
        Content: {
          Statement: [
            {
              Effect: 'Deny',
              NotAction: ['iam:*', 'organizations:*', 'sts:*'],
              Resource: '*',
              Condition: { StringNotLike: { 'aws:RequestedRegion': ['eu-*'] } },
            },
          ],
        },
      },
    },
  },
  source: 'the region of the scan, and counts of what the lists of the region gave',
  frameworks: { 'iso-42001': ['A.4.5'] },
  examples: {
    pass: [{ $config: { region: 'eu-west-1', aiAssets: 2 }, $governance: { allowedRegions: ['eu-*'] } }],
    fail: [{ $config: { region: 'us-east-1', aiAssets: 2 }, $governance: { allowedRegions: ['eu-*'] } }],
    unknown: [{ $config: { aiAssets: 1 }, $governance: { allowedRegions: ['eu-*'] } }],
    notApplicable: [{ region: 'us-east-1', aiAssets: 2 }],
  },
});
