import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { roleThatMay, roleWith } from '../iam/examples.ts';
import { grantsTo, ROLE } from '../iam/granted.ts';
import { allows, conditionKeys } from '../policies.ts';

const EVERY_BUCKET = /^\*$|^arn:[^:]+:s3:::\*(?:\/\*)?$/;
const NAMED = { roleArn: 'arn:aws:iam::111122223333:role/ml' };

export default check(knowledgeBase, {
  title: 'Roles of Bedrock knowledge bases read only the buckets of their data sources',
  severity: 'high',
  applies: field('roleArn').isPresent(),
  fails: related(
    'assumes',
    role,
    grantsTo(
      ROLE,
      'a policy of the role allows reading objects of every bucket',
      'the ARNs of the buckets of the data sources',
      ['s3:GetObject'],
      (statement) =>
        allows(statement, 's3:GetObject') &&
        statement.resources.some((resource) => EVERY_BUCKET.test(resource)) &&
        conditionKeys(statement).every((key) => key === 'aws:securetransport'),
    ),
  ),
  why: 'Whoever may add a data source to the knowledge base has it read out any bucket of the account.',
  fix: {
    console: 'In IAM, open the service role and name the buckets of the data sources in its policy.',
    cli: 'aws iam put-role-policy --role-name … --policy-name … --policy-document file://policy.json',
    cloudformation: {
      Policies: [
        {
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::…/*' }],
          },
        },
      ],
    },
  },
  source:
    'GetKnowledgeBase response, @aws-sdk/client-bedrock-agent; GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0036'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.bedrock.kb-role-shared-or-broad'] },
  examples: {
    pass: [
      {
        $config: NAMED,
        $related: {
          assumes: [
            roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::docs/*' }),
          ],
        },
      },
    ],
    fail: [
      {
        $config: NAMED,
        $related: { assumes: [roleThatMay({ Effect: 'Allow', Action: 's3:*', Resource: '*' })] },
      },
    ],
    unknown: [
      { $config: NAMED, $related: { assumes: ['unseen'] } },
      { $config: NAMED, $related: { assumes: [roleWith('managed')] } },
    ],
    notApplicable: [{}],
  },
});
