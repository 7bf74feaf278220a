import { collection } from '#shared/assets/aws/opensearchserverless.ts';
import { check } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { fits } from '#shared/model/governance.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { field, judgedBy } from '#shared/model/predicate.ts';

const EXPECTED =
  'principals of this account and of governance.trustedAccounts, and writing for named ones alone';

const WRITES = ['aoss:*', 'aoss:CreateIndex', 'aoss:UpdateIndex', 'aoss:DeleteIndex', 'aoss:WriteDocument'];

const listAt = (value: Json, key: string): readonly Json[] => {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
};

/** The account of `arn:aws:iam::111122223333:role/…` or `saml/111122223333/…`; of other identities none is said. */
const accountOf = (principal: string): string | undefined =>
  /^arn:[^:]*:(?:iam|sts)::([^:]+):|^saml\/([^/]+)\/|^(\d{12}|\*)$/.exec(principal)?.slice(1).find(Boolean);

/** All of an account, by its number, by its root or by a star. */
const isWholeAccount = (principal: string): boolean =>
  /^\d{12}$|:root$|:\*$|[:/](?:role|user|group|assumed-role)\/\*$/.test(principal);

/** The permissions of a block of a policy on the collection of that name and on its indexes. */
const permissionsOn = (name: string, block: Json): string[] =>
  listAt(block, 'Rules').flatMap((rule) =>
    listAt(rule, 'Resource').some((resource) => fits(name, String(resource).split('/')[1] ?? ''))
      ? listAt(rule, 'Permission').map(String)
      : [],
  );

function opens(block: Json, name: string, ours: ReadonlySet<string>): boolean {
  const permissions = permissionsOn(name, block);
  const mayWrite = permissions.some((permission) => WRITES.includes(permission));
  return (
    permissions.length > 0 &&
    listAt(block, 'Principal').some((principal) => {
      const account = accountOf(String(principal));
      if (account === undefined) return false;
      return !ours.has(account) || (mayWrite && isWholeAccount(String(principal)));
    })
  );
}

const letting = (Principal: string, ...Permission: string[]): JsonObject => ({
  name: 'docs',
  type: 'VECTORSEARCH',
  accessPolicies: [
    {
      name: 'docs',
      policy: [
        {
          Rules: [{ ResourceType: 'index', Resource: ['index/docs/*'], Permission }],
          Principal: [Principal],
        },
      ],
    },
  ],
});

export default check(collection, {
  title: 'OpenSearch Serverless vector collections take data only from those who are named',
  severity: 'high',
  applies: field('type').is('VECTORSEARCH'),
  fails: judgedBy({
    sentence:
      'a data access policy lets in another account that is not trusted, or lets all of an account write',
    reads: ['name', 'accessPolicies'],
    judge: ({ config: { name, accessPolicies: policies }, scope }, { trustedAccounts = [] }) => {
      if (!Array.isArray(policies))
        return {
          truth: undefined,
          evidence: [{ path: 'accessPolicies', state: 'absent', expected: EXPECTED }],
        };
      const ours = new Set([scope.account, ...trustedAccounts]);
      const open = policies.flatMap((policy, index) =>
        listAt(policy, 'policy').flatMap((block, place): Evidence[] =>
          opens(block, String(name), ours)
            ? [
                {
                  path: `accessPolicies[${index}].policy[${place}]`,
                  state: 'read',
                  found: block,
                  expected: EXPECTED,
                },
              ]
            : [],
        ),
      );
      const none: Evidence = {
        path: 'accessPolicies',
        state: 'read',
        found: `none of ${policies.length} policies`,
        expected: EXPECTED,
      };
      return { truth: open.length > 0, evidence: open.length > 0 ? open : [none] };
    },
  }),
  why: 'Whoever writes documents into the store decides what an assistant answers, and whoever reads it has all that was indexed.',
  fix: {
    console:
      'In OpenSearch Serverless, open “Data access policies” and name the roles that index and the roles that search.',
    cli: 'aws opensearchserverless update-access-policy --type data --name … --policy-version … --policy file://access.json',
    cloudformation: {
      Type: 'data',
      Policy:
        '[{"Rules":[{"ResourceType":"index","Resource":["index/…/*"],"Permission":["aoss:ReadDocument"]}],"Principal":["arn:aws:iam::…:role/…"]}]',
    },
  },
  source: 'GetAccessPolicy response, @aws-sdk/client-opensearchserverless',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0070'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      { name: 'docs', type: 'VECTORSEARCH', accessPolicies: [] },
      letting('arn:aws:iam::111122223333:role/indexer', 'aoss:WriteDocument'),
      letting('arn:aws:iam::111122223333:root', 'aoss:ReadDocument'),
      {
        $config: letting('arn:aws:iam::777788889999:role/partner', 'aoss:ReadDocument'),
        $governance: { trustedAccounts: ['777788889999'] },
      },
    ],
    fail: [
      letting('arn:aws:iam::777788889999:role/partner', 'aoss:ReadDocument'),
      letting('saml/777788889999/okta/user/ada', 'aoss:ReadDocument'),
      letting('*', 'aoss:DescribeIndex'),
      letting('arn:aws:iam::111122223333:root', 'aoss:*'),
      letting('arn:aws:iam::111122223333:role/*', 'aoss:WriteDocument'),
    ],
    unknown: [
      {
        name: 'docs',
        type: 'VECTORSEARCH',
        accessPolicies: {
          $unread: {
            operation: 'opensearchserverless:GetAccessPolicy',
            outcome: 'denied',
            permission: 'aoss:GetAccessPolicy',
          },
        },
      },
    ],
    notApplicable: [{ name: 'logs', type: 'TIMESERIES' }],
  },
});
