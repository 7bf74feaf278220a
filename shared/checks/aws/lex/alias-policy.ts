import { botAlias } from '#shared/assets/aws/lex.ts';
import { check } from '#shared/model/check.ts';
import { letsOutsidersIn } from '../resource-policy.ts';

export default check(botAlias, {
  title: 'Lex bot aliases answer trusted accounts alone',
  severity: 'high',
  fails: letsOutsidersIn('Policy', {
    strangers: true,
    none: 'without a policy only the account’s own IAM lets callers in',
  }),
  why: 'Others hold conversations at your cost, learn what the bot knows, and drive the functions and orders behind its intents.',
  fix: {
    console:
      'Open the alias, “Resource-based policy”, and delete the statement, or add the account to trustedAccounts in the config.',
    cli: 'aws lexv2-models delete-resource-policy-statement --resource-arn … --statement-id …',
    cloudformation: {
      ResourceArn: '…',
      Policy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::<a trusted account>:role/…' },
            Action: 'lex:RecognizeText',
            Resource: '…',
          },
        ],
      },
    },
  },
  source: 'DescribeResourcePolicy response, @aws-sdk/client-lex-models-v2',
  frameworks: { 'mitre-atlas': ['AML.T0040'] },
  examples: {
    pass: [
      {},
      {
        Policy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
              Action: 'lex:RecognizeText',
              Resource: '*',
            },
          ],
        },
      },
      {
        $config: {
          Policy: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::777788889999:root' },
                Action: 'lex:RecognizeText',
                Resource: '*',
              },
            ],
          },
        },
        $governance: { trustedAccounts: ['777788889999'] },
      },
    ],
    fail: [
      {
        Policy: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'lex:RecognizeText', Resource: '*' },
          ],
        },
      },
      {
        Policy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::777788889999:root' },
              Action: 'lex:RecognizeText',
              Resource: '*',
            },
          ],
        },
      },
    ],
    unknown: [{ Policy: 'none' }],
  },
});
