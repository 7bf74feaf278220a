import { raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { HARMS } from '#shared/checks/azure/cognitive-services/harms.ts';
import type { Judgement } from '#shared/model/evidence.ts';
import { all, any, every, field, none, not, type Predicate, related, some } from '#shared/model/predicate.ts';
import type { Compliance } from '../azure-policy/compliance.ts';

/** Why a check and a policy that it claims say different things of the same resources. */
export interface Explanation {
  readonly policy: string;
  readonly check: string;
  readonly ours: Judgement;
  readonly theirs: Compliance;
  /** Of which resources; of all where it is left out. */
  readonly where?: Predicate;
  readonly why: string;
}

const noLogIsEnabled = none(
  'diagnosticSettings',
  some('properties.logs', field('enabled').is(true), { absentIsEmpty: 'Azure leaves out an empty list' }),
);
const noLogGoesAnywhere = every(
  'diagnosticSettings',
  all(
    field('properties.workspaceId').isEmpty(),
    field('properties.storageAccountId').isEmpty(),
    field('properties.eventHubAuthorizationRuleId').isEmpty(),
  ),
);
const hasNoFilter = field('properties.raiPolicyName').isEmpty();
const leavesOutHarms = related(
  'guarded-by',
  raiPolicy,
  any(
    ...HARMS.flatMap((name) =>
      ['Prompt', 'Completion'].map((source) =>
        none(
          'properties.contentFilters',
          all(
            field('name').is(name),
            field('source').absentIs('', 'left out').is(source),
            field('blocking').isPresent(),
          ),
        ),
      ),
    ),
  ),
);

const withoutFilter = (check: string, policy: string): Explanation => ({
  policy,
  check: `azure.cognitive-services.${check}`,
  ours: 'not-applicable',
  theirs: 'non-compliant',
  where: hasNoFilter,
  why: 'that a deployment has no content filter at all is the finding of deployment-content-filter',
});

const logsOff = (policy: string, check: string): Explanation => ({
  policy,
  check,
  ours: 'fail',
  theirs: 'compliant',
  where: noLogIsEnabled,
  why: 'the policy asks whether a setting exists, and is content with logs that are switched off',
});

const logsNowhere = (policy: string, check: string): Explanation => ({
  policy,
  check,
  ours: 'fail',
  theirs: 'compliant',
  where: noLogGoesAnywhere,
  why: 'the policy does not ask where the logs go',
});

const ANY_LOGS = '1b4d1c4e-934c-4703-944c-27c82c06bebb';
const LEARNING_LOGS = 'afe0c3be-ba3b-4544-ba52-0c99672a8ad6';
const SEARCH_LOGS = 'b4330a05-a843-4bc8-bf9a-cacce50c67f4';
const MULTI_SEVERITY = '930f48f9-f07e-427c-9494-52603581c6a9';
const PROMPT = 'f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e';
const COMPLETION = 'af253d37-136a-42f8-a1fc-30010c083d41';
const MODE = 'c1ad46c6-37f8-4af0-9c71-c208375c87dd';

export const EXPLANATIONS: readonly Explanation[] = [
  logsOff(ANY_LOGS, 'azure.cognitive-services.diagnostic-logs'),
  logsNowhere(ANY_LOGS, 'azure.cognitive-services.diagnostic-logs'),
  logsOff(ANY_LOGS, 'azure.search.diagnostic-logs'),
  logsNowhere(ANY_LOGS, 'azure.search.diagnostic-logs'),
  logsNowhere(SEARCH_LOGS, 'azure.search.diagnostic-logs'),
  logsNowhere(LEARNING_LOGS, 'azure.machine-learning.workspace-diagnostic-logs'),
  withoutFilter('deployment-asynchronous-filter', MODE),
  withoutFilter('deployment-harm-filters', MULTI_SEVERITY),
  withoutFilter('deployment-harm-threshold', MULTI_SEVERITY),
  withoutFilter('deployment-indirect-attack-shield', PROMPT),
  withoutFilter('deployment-jailbreak-shield', PROMPT),
  withoutFilter('deployment-protected-material', COMPLETION),
  {
    policy: MODE,
    check: 'azure.cognitive-services.deployment-asynchronous-filter',
    ours: 'pass',
    theirs: 'non-compliant',
    where: related('guarded-by', raiPolicy, field('properties.mode').is('Blocking')),
    why: 'the policy knows no mode but Default and Asynchronous_filter; Blocking, too, judges before it answers',
  },
  {
    policy: MULTI_SEVERITY,
    check: 'azure.cognitive-services.deployment-harm-filters',
    ours: 'pass',
    theirs: 'non-compliant',
    where: leavesOutHarms,
    why: 'the policy counts a harm that the list leaves out as unfiltered; no document says so, and the check speaks of those listed',
  },
  {
    policy: MULTI_SEVERITY,
    check: 'azure.cognitive-services.deployment-harm-threshold',
    ours: 'pass',
    theirs: 'non-compliant',
    where: leavesOutHarms,
    why: 'a harm that the list leaves out has no severity to compare',
  },
  {
    policy: '6ddb1705-c8cf-450e-aa4b-19ad6703c440',
    check: 'azure.machine-learning.workspace-managed-network',
    ours: 'not-applicable',
    theirs: 'non-compliant',
    where: field('kind').is('Project'),
    why: 'a project has the network of its hub, of which the check is asked',
  },
  {
    policy: '7804b5c7-01dc-4723-969b-ae300cc07ff1',
    check: 'azure.machine-learning.compute-network',
    ours: 'pass',
    theirs: 'non-compliant',
    where: related(
      'attached-to',
      mlWorkspace,
      field('properties.managedNetwork.isolationMode').isOneOf(
        'AllowInternetOutbound',
        'AllowOnlyApprovedOutbound',
      ),
    ),
    why: 'the policy is older than managed networks, in which computes have no subnet of their own',
  },
  {
    policy: '037eea7a-bd0a-46c5-9a66-03aea78705d3',
    check: 'azure.search.public-network-access',
    ours: 'pass',
    theirs: 'non-compliant',
    where: field('properties.publicNetworkAccess').is('securedByPerimeter'),
    why: 'the policy is older than network security perimeters, which let nobody in whom they do not name',
  },
  {
    policy: '76a56461-9dc0-40f0-82f5-2453283afa2f',
    check: 'azure.search.customer-managed-key-compliance',
    ours: 'not-applicable',
    theirs: 'non-compliant',
    where: field('properties.encryptionWithCmk.enforcement')
      .absentIs('Unspecified', 'left out')
      .isNot('Enabled'),
    why: 'that a service does not insist on a key of yours is the finding of customer-managed-key',
  },
  {
    policy: 'e413671a-dd10-4cc1-a943-45b598596cb7',
    check: 'azure.machine-learning.workspace-legacy-mode',
    ours: 'not-applicable',
    theirs: 'non-compliant',
    why: 'without an approved private endpoint there is no isolation that the newer API would leave',
  },
  ...['12e5dd16-d201-47ff-849b-8454061c293d', '19539b54-c61e-4196-9a38-67598701be90'].map(
    (policy): Explanation => ({
      policy,
      check: 'azure.machine-learning.deployment-approved-model',
      ours: 'not-applicable',
      theirs: 'non-compliant',
      where: field('properties.model').matches(/^azureml:\/\/registries\//i),
      why: 'where the organisation has not decided which models it allows, there is nothing to hold one against',
    }),
  ),
  ...['12e5dd16-d201-47ff-849b-8454061c293d', '19539b54-c61e-4196-9a38-67598701be90'].map(
    (policy): Explanation => ({
      policy,
      check: 'azure.machine-learning.deployment-community-model',
      ours: 'pass',
      theirs: 'non-compliant',
      where: all(
        field('properties.model').matches(/^azureml:\/\/registries\//i),
        not(field('properties.model').matches(/^azureml:\/\/registries\/HuggingFace(?:-[\w-]+)?\//i)),
      ),
      why: 'without an assignment that allows some, the policy allows the models of no registry; the check is about those of communities',
    }),
  ),
];
