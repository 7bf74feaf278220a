import { callerOf } from '#shared/access/aws/caller.ts';
import { valuesOf } from '#shared/access/aws/conditions/context.ts';
import { expand, templateOf } from '#shared/access/aws/conditions/variables.ts';
import type { Decision } from '#shared/access/decision.ts';
import type { Scenario } from '#test/shared/access/aws/scenario.ts';
import { requestIn } from '#test/shared/access/aws/scenario.ts';
import { type Block, listOf, withConditions, withDocuments, withStatements } from './rewrite.ts';

/**
 * Where the oracle differs from AWS’s documentation. Each rewrites a scenario into one that by the documentation means
 * the same and steers around the difference: it explains a disagreement where the oracle then agrees.
 */
export interface Divergence {
  readonly name: string;
  /** Where AWS says so. */
  readonly page: string;
  readonly because: string;
  readonly rewrite: (scenario: Scenario, ours: Decision) => Scenario;
}

const guide = (page: string): string => `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`;

const NOTHING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'ec2:CreateFpgaImage', Resource: '*' }],
};
const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };
/** What nobody is called. */
const NOBODY = 'nobody-is-called-so';

const isUnresolved = (scenario: Scenario, text: string): boolean => {
  const template = templateOf(text);
  return (
    typeof template === 'object' && expand(template, requestIn(scenario, 'absent').context) === 'unresolved'
  );
};
const isAbsent = (scenario: Scenario, key: string): boolean =>
  valuesOf(requestIn(scenario, 'absent').context, key.toLowerCase())?.length === 0;

/** Variables as the text that they are without variables. */
const dollar = (text: string): string => text.replaceAll('${', () => '$'.concat('{$}{'));
const dollars = (value: unknown): string | string[] =>
  typeof value === 'string' ? dollar(value) : listOf(value).map(dollar);

const valuesReplaced = (block: Block, replace: (value: string) => readonly string[]): Block => ({
  ...block,
  values: block.values.flatMap(replace),
});

export const divergences: readonly Divergence[] = [
  {
    name: 'granted to the session itself',
    page: guide('reference_policies_evaluation-logic_policy-eval-denyallow'),
    because:
      'A resource policy that names the session, or everybody, is not limited by what a session policy leaves out; the oracle limits it.',
    rewrite: (scenario, ours) =>
      scenario.session && ours.access !== 'no' && ours.because.some(({ source }) => source === 'resource')
        ? {
            ...scenario,
            session: { ...scenario.session, Statement: [...scenario.session.Statement, EVERYTHING] },
          }
        : scenario,
  },
  {
    name: 'version without variables',
    page: guide('reference_policies_elements_version'),
    because: 'A policy of Version 2008-10-17 has no variables; the oracle replaces them.',
    rewrite: (scenario) =>
      withDocuments(scenario, (document) =>
        document.Version === '2012-10-17'
          ? document
          : {
              Version: '2012-10-17',
              Statement: document.Statement.map((statement) => ({
                ...statement,
                ...(statement['Resource'] !== undefined && { Resource: dollars(statement['Resource']) }),
                ...(statement['NotResource'] !== undefined && {
                  NotResource: dollars(statement['NotResource']),
                }),
                ...(statement['Condition'] !== undefined && {
                  Condition: Object.fromEntries(
                    Object.entries(statement['Condition'] as object).map(([operator, keys]) => [
                      operator,
                      Object.fromEntries(
                        Object.entries(keys as object).map(([key, values]) => [key, dollars(values)]),
                      ),
                    ]),
                  ),
                }),
              })),
            },
      ),
  },
  {
    name: 'role without a trust policy',
    page: guide('reference_policies_evaluation-logic_policy-eval-denyallow'),
    because: 'A trust policy must explicitly allow the principal; the oracle takes none for one that does.',
    rewrite: (scenario) =>
      scenario.action === 'sts:AssumeRole' && !scenario.resourcePolicy
        ? {
            ...scenario,
            resourcePolicy: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: { AWS: `arn:aws:iam::333333333333:user/${NOBODY}` },
                  Action: 'sts:AssumeRole',
                },
              ],
            },
          }
        : scenario,
  },
  {
    name: 'federated user without a session policy',
    page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html',
    because:
      'Without a session policy a federated user has no permissions of its own; the oracle gives it the user’s.',
    rewrite: (scenario) =>
      scenario.requester.kind === 'federated-user' && !scenario.session
        ? { ...scenario, session: NOTHING }
        : scenario,
  },
  {
    name: 'service-linked role',
    page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
    because:
      'No service or resource control policy holds for a service-linked role; the caller of the oracle leaves them out.',
    rewrite: (scenario) =>
      callerOf(scenario.requester).isServiceLinked
        ? { ...scenario, serviceControls: [], resourceControls: [] }
        : scenario,
  },
  {
    name: 'account root user',
    page: guide('reference_policies_evaluation-logic_policy-eval-denyallow'),
    because: 'The root user has full access to its account without a policy; the oracle asks for one.',
    rewrite: (scenario) =>
      scenario.requester.kind === 'root'
        ? { ...scenario, identity: [{ Version: '2012-10-17', Statement: [EVERYTHING] }] }
        : scenario,
  },
  {
    name: 'root user assumes a role',
    page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    because: 'The root user cannot call AssumeRole; the oracle lets it.',
    rewrite: (scenario) =>
      scenario.requester.kind === 'root' && scenario.action === 'sts:AssumeRole'
        ? { ...scenario, identity: [], resourcePolicy: NOTHING_TRUSTED }
        : scenario,
  },
  {
    name: 'NotPrincipal without the account',
    page: guide('reference_policies_elements_notprincipal'),
    because:
      'Where NotPrincipal does not name the account as well as the principal, AWS “might” deny: it depends on the service. The oracle says that it does not.',
    rewrite: (scenario, ours) =>
      ours.access === 'conditional' && ours.conditions.every((each) => each.includes('NotPrincipal'))
        ? withStatements(scenario, (statement) =>
            statement['NotPrincipal'] === undefined || !mayBeSpared(statement['NotPrincipal'], scenario)
              ? statement
              : { ...statement, NotPrincipal: { AWS: everyNameOf(scenario) } },
          )
        : scenario,
  },
  {
    name: 'every address',
    page: guide('reference_policies_elements_condition_operators'),
    because: '0.0.0.0/0 holds every IPv4 address; for the oracle it holds none.',
    rewrite: (scenario) =>
      withConditions(scenario, (block) =>
        valuesReplaced(block, (value) => (value === '0.0.0.0/0' ? ['0.0.0.0/1', '128.0.0.0/1'] : [value])),
      ),
  },
  {
    name: 'address of the other version',
    page: guide('reference_policies_elements_condition_operators'),
    because:
      'NotIpAddress holds for all addresses but those named, so for every IPv6 address where only IPv4 is named; for the oracle it does not.',
    rewrite: (scenario) =>
      scenario.context['aws:SourceIp']?.some((address) => address.includes(':'))
        ? withConditions(scenario, (block) =>
            block.operator.startsWith('NotIpAddress')
              ? valuesReplaced(block, (value) => [value.includes(':') ? value : 'ffff::/128'])
              : block,
          )
        : scenario,
  },
  {
    name: 'seconds since 1970',
    page: guide('reference_policies_elements_condition_operators'),
    because: 'A date may be given in seconds since 1970; the oracle does not read that.',
    rewrite: (scenario) =>
      withConditions(scenario, (block) =>
        block.operator.startsWith('Date')
          ? valuesReplaced(block, (value) => [
              /^\d+$/.test(value) ? new Date(Number(value) * 1000).toISOString().replace('.000', '') : value,
            ])
          : block,
      ),
  },
  {
    name: 'absent under ForAnyValue and IfExists',
    page: guide('reference_policies_elements_condition_operators'),
    because:
      'Under IfExists a key that is absent makes a condition true; under ForAnyValue the oracle makes it false.',
    rewrite: (scenario) =>
      withConditions(scenario, (block) =>
        block.operator.startsWith('ForAnyValue:') &&
        block.operator.endsWith('IfExists') &&
        isAbsent(scenario, block.key)
          ? undefined
          : block,
      ),
  },
  {
    name: 'variable without a value in NotResource',
    page: guide('reference_policies_variables'),
    because:
      'A resource with a variable that has no value matches no resource; in NotResource the oracle drops the statement.',
    rewrite: (scenario) =>
      withStatements(scenario, (statement) =>
        statement['NotResource'] === undefined
          ? statement
          : {
              ...statement,
              NotResource: listOf(statement['NotResource']).map((each) =>
                isUnresolved(scenario, each) ? `arn:aws:s3:::${NOBODY}` : each,
              ),
            },
      ),
  },
  {
    name: 'variable without a value in a condition',
    page: guide('reference_policies_variables'),
    because:
      'A variable without a value is equal to and like nothing, so that inverted operators hold; some of the oracle’s do not.',
    rewrite: (scenario) =>
      withConditions(scenario, (block) =>
        block.operator.includes('Not')
          ? valuesReplaced(block, (value) => [isUnresolved(scenario, value) ? NOBODY : value])
          : block,
      ),
  },
  {
    name: 'asterisk as itself',
    page: guide('reference_policies_variables'),
    because:
      'The variable of an asterisk is that character; under operators without wildcards the oracle does not replace it.',
    rewrite: (scenario) =>
      withConditions(scenario, (block) =>
        /Equals/.test(block.operator)
          ? valuesReplaced(block, (value) => [value === '$'.concat('{*}') ? '*' : value])
          : block,
      ),
  },
];

const NOTHING_TRUSTED = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::333333333333:user/${NOBODY}` },
      Action: 'sts:AssumeRole',
    },
  ],
};

function everyNameOf({ requester }: Scenario): string[] {
  const { names, actsAs, account } = callerOf(requester);
  return [...names, ...(actsAs === undefined ? [] : [actsAs]), `arn:aws:iam::${account}:root`];
}

const mayBeSpared = (notPrincipal: unknown, scenario: Scenario): boolean => {
  const everyName = new Set([...everyNameOf(scenario), callerOf(scenario.requester).account]);
  return listOf((notPrincipal as { AWS?: unknown }).AWS).some((name) => everyName.has(name));
};
