import { domain } from '#shared/assets/aws/opensearch.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field } from '#shared/model/predicate.ts';
import { isForEverybody, letsOutsidersIn } from '../resource-policy.ts';

const NO_POLICY = 'without an access policy nobody outside the account is let in';

/**
 * With fine-grained access control whoever comes has to show who he is, also under a policy for everybody, which
 * clients with passwords need. Source: OpenSearch Service Developer Guide, “Fine-grained access control”.
 */
const admitsTheNameless = any(
  field('AdvancedSecurityOptions.Enabled')
    .absentIs(false, 'AdvancedSecurityOptions: true if fine-grained access control is enabled')
    .is(false),
  field('AdvancedSecurityOptions.AnonymousAuthEnabled')
    .absentIs(false, 'AdvancedSecurityOptions: true if a 30-day migration period is enabled')
    .is(true),
);

export default check(domain, {
  title: 'OpenSearch domains on the internet let nobody in without a name',
  severity: 'critical',
  applies: field('VPCOptions.VPCId').isEmpty(),
  fails: any(
    all(admitsTheNameless, letsOutsidersIn('AccessPolicies', { none: NO_POLICY })),
    letsOutsidersIn('AccessPolicies', {
      where: (statement) => !isForEverybody(statement),
      strangers: true,
      none: NO_POLICY,
    }),
  ),
  why: 'Anybody who finds the endpoint can read every document and vector that an assistant answers from, or plant new ones.',
  fix: {
    console:
      'In OpenSearch Service, open the domain’s “Security configuration” and name in the access policy the roles that search.',
    cli: 'aws opensearch update-domain-config --domain-name … --access-policies file://policy.json',
    cloudformation: {
      AccessPolicies: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:role/…' },
            Action: 'es:ESHttp*',
            Resource: 'arn:aws:es:…:…:domain/…/*',
          },
        ],
      },
    },
  },
  source: 'DescribeDomains response, @aws-sdk/client-opensearch',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0070'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.opensearch.public'],
    prowler: ['opensearch_service_domains_not_publicly_accessible'],
    cloudsploit: [
      'opensearchPublicEndpoint',
      'opensearchExposedDomain',
      'opensearchAccessFromIps',
      'opensearchCrossAccountAccess',
    ],
  },
  examples: {
    pass: [
      { DomainName: 'vectors' },
      {
        DomainName: 'vectors',
        AdvancedSecurityOptions: { Enabled: true },
        AccessPolicies: {
          Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'es:*', Resource: '*' }],
        },
      },
      {
        DomainName: 'vectors',
        AccessPolicies: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/agent' },
              Action: 'es:ESHttp*',
              Resource: '*',
            },
          ],
        },
      },
    ],
    fail: [
      {
        DomainName: 'vectors',
        AdvancedSecurityOptions: { Enabled: true, AnonymousAuthEnabled: true },
        AccessPolicies: {
          Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'es:*', Resource: '*' }],
        },
      },
      {
        DomainName: 'vectors',
        AccessPolicies: {
          Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'es:*', Resource: '*' }],
        },
      },
      {
        DomainName: 'vectors',
        AccessPolicies: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::999988887777:root' },
              Action: 'es:*',
              Resource: '*',
            },
          ],
        },
      },
    ],
    unknown: [{ DomainName: 'vectors', AccessPolicies: 'no JSON' }],
    notApplicable: [
      {
        DomainName: 'vectors',
        VPCOptions: { VPCId: 'vpc-0aa11bb2' },
        AccessPolicies: {
          Statement: [{ Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' }],
        },
      },
    ],
  },
});
