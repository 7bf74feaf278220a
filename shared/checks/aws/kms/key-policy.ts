import { kmsKey } from '#shared/assets/aws/kms.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { letsOutsidersIn } from '../resource-policy.ts';

export default check(kmsKey, {
  title: 'Keys that encrypt AI let no strangers use them',
  severity: 'high',
  applies: field('KeyManager').is('CUSTOMER'),
  fails: letsOutsidersIn('Policy', {
    strangers: true,
    none: 'every key has a policy, and of this one none was given',
  }),
  why: 'Whoever the policy lets in can decrypt models, training data and logs that they got hold of, and the second lock is none.',
  fix: {
    console: 'In KMS, open the key’s “Key policy” and name the roles that use it.',
    cli: 'aws kms put-key-policy --key-id … --policy file://policy.json',
    cloudformation: {
      KeyPolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:role/…' },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Resource: '*',
          },
        ],
      },
    },
  },
  source: 'GetKeyPolicy response, @aws-sdk/client-kms',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      {
        KeyManager: 'CUSTOMER',
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:root' },
              Action: 'kms:*',
              Resource: '*',
            },
          ],
        },
      },
      {
        KeyManager: 'CUSTOMER',
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: '*' },
              Action: 'kms:Decrypt',
              Resource: '*',
              Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } },
            },
          ],
        },
      },
    ],
    fail: [
      {
        KeyManager: 'CUSTOMER',
        Policy: {
          Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Decrypt', Resource: '*' }],
        },
      },
      {
        KeyManager: 'CUSTOMER',
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::999988887777:root' },
              Action: 'kms:*',
              Resource: '*',
            },
          ],
        },
      },
    ],
    unknown: [
      {
        KeyManager: 'CUSTOMER',
        Policy: {
          $unread: { operation: 'kms:GetKeyPolicy', outcome: 'denied', permission: 'kms:GetKeyPolicy' },
        },
      },
    ],
    notApplicable: [{ KeyManager: 'AWS' }],
  },
});
