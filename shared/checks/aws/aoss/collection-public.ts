import { collection } from '#shared/assets/aws/opensearchserverless.ts';
import { check } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { field, judgedBy } from '#shared/model/predicate.ts';

const EXPECTED = 'AllowFromPublic false in every rule that names the collection';

const blocksOf = (policy: Json | undefined): readonly Json[] => (Array.isArray(policy) ? policy : []);

export default check(collection, {
  title: 'OpenSearch Serverless vector collections are not reachable from the internet',
  severity: 'high',
  applies: field('type').is('VECTORSEARCH'),
  fails: judgedBy({
    sentence: 'a network policy that names the collection allows access from public networks',
    reads: ['networkPolicies'],
    judge: ({ config: { networkPolicies } }) => {
      if (!Array.isArray(networkPolicies))
        return {
          truth: undefined,
          evidence: [{ path: 'networkPolicies', state: 'absent', expected: EXPECTED }],
        };
      const open = networkPolicies.flatMap((policy, index): Evidence[] =>
        blocksOf(isObject(policy) ? policy['policy'] : undefined).flatMap((block, place): Evidence[] =>
          isObject(block) && block['AllowFromPublic'] === true
            ? [
                {
                  path: `networkPolicies[${index}].policy[${place}]`,
                  state: 'read',
                  found: block,
                  expected: EXPECTED,
                },
              ]
            : [],
        ),
      );
      return {
        truth: open.length > 0,
        evidence:
          open.length > 0
            ? open
            : [
                {
                  path: 'networkPolicies',
                  state: 'read',
                  found: `none of ${networkPolicies.length} policies`,
                  expected: EXPECTED,
                },
              ],
      };
    },
  }),
  why: 'A stolen credential is then enough, from anywhere, to read all that an assistant answers from or to plant documents in it.',
  fix: {
    console:
      'In OpenSearch Serverless, open “Network policies” and set the access of the collection to “Private”, through an endpoint of your VPC or from Bedrock.',
    cli: 'aws opensearchserverless update-security-policy --type network --name … --policy-version … --policy file://private.json',
    cloudformation: {
      Type: 'network',
      Policy:
        '[{"Rules":[{"ResourceType":"collection","Resource":["collection/…"]}],"AllowFromPublic":false,"SourceServices":["bedrock.amazonaws.com"]}]',
    },
  },
  source: 'GetSecurityPolicy response, @aws-sdk/client-opensearchserverless',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0070'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.aoss.collection-public'],
    cloudsploit: ['opensearchCollectionPublicAccess'],
    'aws-samples': ['FS-26'],
  },
  examples: {
    pass: [
      { name: 'docs', type: 'VECTORSEARCH', networkPolicies: [] },
      {
        name: 'docs',
        type: 'VECTORSEARCH',
        networkPolicies: [
          {
            name: 'docs',
            policy: [
              {
                Rules: [{ ResourceType: 'collection', Resource: ['collection/docs'] }],
                AllowFromPublic: false,
              },
            ],
          },
        ],
      },
    ],
    fail: [
      {
        name: 'docs',
        type: 'VECTORSEARCH',
        networkPolicies: [
          {
            name: 'docs',
            policy: [
              {
                Rules: [{ ResourceType: 'collection', Resource: ['collection/docs'] }],
                AllowFromPublic: true,
              },
            ],
          },
        ],
      },
    ],
    unknown: [
      {
        name: 'docs',
        type: 'VECTORSEARCH',
        networkPolicies: {
          $unread: {
            operation: 'opensearchserverless:GetSecurityPolicy',
            outcome: 'denied',
            permission: 'aoss:GetSecurityPolicy',
          },
        },
      },
    ],
    notApplicable: [{ name: 'logs', type: 'TIMESERIES' }],
  },
});
