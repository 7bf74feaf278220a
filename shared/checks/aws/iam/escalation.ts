import { check, type Peers, type UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { conditionKeys, covers, reachesEverything, type Statement } from '../policies.ts';
import { narrowedTo, within } from './examples.ts';
import { holds } from './granted.ts';
import type { Permissions } from './permissions.ts';
import { ADMINISTRATOR, SOURCE, type Subject } from './subjects.ts';

/** Actions that together make somebody who has them act as another role. */
export interface Escalation {
  /** All of them are needed. */
  readonly actions: readonly string[];
  /** The service that a role is handed to; without one, a role is taken over that something runs as already. */
  readonly passesTo?: string;
}

const passing = (
  service: string,
  prefix: string,
  ...operations: (string | readonly string[])[]
): Escalation[] =>
  operations.map((needed) => ({
    actions: [needed].flat().map((operation) => `${prefix}:${operation}`),
    passesTo: service,
  }));

/**
 * Operations that start code of the caller’s as a role which the caller names, or open what runs as one.
 * Source: the inputs in @aws-sdk/client-sagemaker and @aws-sdk/client-bedrock-agentcore-control that take a role.
 */
export const SAGEMAKER: readonly Escalation[] = [
  ...passing(
    'sagemaker.amazonaws.com',
    'sagemaker',
    ['CreateNotebookInstance', 'CreatePresignedNotebookInstanceUrl'],
    ['UpdateNotebookInstance', 'CreatePresignedNotebookInstanceUrl'],
    ['CreateDomain', 'CreateUserProfile', 'CreatePresignedDomainUrl'],
    ['UpdateDomain', 'CreatePresignedDomainUrl'],
    ['CreateUserProfile', 'CreatePresignedDomainUrl'],
    ['UpdateUserProfile', 'CreatePresignedDomainUrl'],
    'CreateTrainingJob',
    'CreateProcessingJob',
    'CreateHyperParameterTuningJob',
    'CreateMonitoringSchedule',
    'CreateCluster',
    ['CreatePipeline', 'StartPipelineExecution'],
    ['CreateModel', 'CreateEndpointConfig', 'CreateEndpoint'],
    ['CreateModel', 'CreateTransformJob'],
  ),
  { actions: ['sagemaker:CreatePresignedNotebookInstanceUrl'] },
  {
    actions: [
      'sagemaker:CreateNotebookInstanceLifecycleConfig',
      'sagemaker:StopNotebookInstance',
      'sagemaker:UpdateNotebookInstance',
      'sagemaker:StartNotebookInstance',
    ],
  },
];

export const AGENTCORE: readonly Escalation[] = [
  ...passing(
    'bedrock-agentcore.amazonaws.com',
    'bedrock-agentcore',
    ['CreateCodeInterpreter', 'StartCodeInterpreterSession', 'InvokeCodeInterpreter'],
    ['CreateAgentRuntime', 'InvokeAgentRuntime'],
    ['UpdateAgentRuntime', 'InvokeAgentRuntime'],
    ['CreateHarness', 'InvokeHarness'],
    ['UpdateHarness', 'InvokeHarness'],
  ),
  { actions: ['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'] },
  { actions: ['bedrock-agentcore:InvokeAgentRuntimeCommand'] },
];

/** A name that no pattern meets which is meant for certain roles. */
const ANY_ROLE = 'arn:aws:iam::000000000000:role/zz-any-role';

/** Handing over: whatever role there is, to that service. */
function handsOver(statement: Statement, service: string): boolean {
  const everyRole = statement.resources.some(
    (resource) => resource === '*' || covers(resource.replace(/::\d{12}:/, '::000000000000:'), ANY_ROLE),
  );
  const to = Object.values(statement.condition).flatMap((keys) => keys['iam:passedtoservice'] ?? []);
  return everyRole && (to.length === 0 || to.some((pattern) => covers(pattern, service)));
}

/** The statements by which the first of the combinations is there that is. */
function escalating(combinations: readonly Escalation[], permissions: Permissions): Statement[] {
  for (const { actions, passesTo } of combinations) {
    const each = actions.map((action) =>
      permissions
        .giving([action])
        .filter((statement) => reachesEverything(statement) && conditionKeys(statement).length === 0),
    );
    if (passesTo !== undefined)
      each.push(permissions.giving(['iam:PassRole']).filter((statement) => handsOver(statement, passesTo)));
    if (each.every((statements) => statements.length > 0))
      return [...new Set(each.flatMap((statements) => statements.slice(0, 1)))];
  }
  return [];
}

export const escalates = (
  { lists, name }: Pick<Subject, 'lists' | 'name'>,
  combinations: readonly Escalation[],
) =>
  holds(
    lists,
    `what the policies of the ${name} allow together starts code as any role that the service may assume`,
    'iam:PassRole on named roles, and the actions on named resources',
    (permissions) => escalating(combinations, permissions),
  );

/** Roles and users who can become others by way of a service. */
export function escalationCheck(
  subject: Subject,
  service: 'SageMaker' | 'AgentCore',
  peers: Peers,
): UnnamedCheck {
  const { type, title, isNoAdministrator, thatMay, withPolicy } = subject;
  const [combinations, passedTo, start] =
    service === 'SageMaker'
      ? [SAGEMAKER, 'sagemaker.amazonaws.com', ['sagemaker:CreateTrainingJob']]
      : [
          AGENTCORE,
          'bedrock-agentcore.amazonaws.com',
          ['bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:InvokeAgentRuntime'],
        ];
  const starting: JsonObject = { Effect: 'Allow', Action: start, Resource: '*' };
  const passed = (PassedTo: string, Resource = '*'): JsonObject => ({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource,
    Condition: { StringEquals: { 'iam:PassedToService': PassedTo } },
  });
  const escalated = thatMay(starting, passed(passedTo));
  return check(type, {
    title: `${title} cannot become other roles by way of ${service}`,
    severity: 'high',
    applies: isNoAdministrator,
    fails: escalates(subject, combinations),
    why: `Code that ${service} starts runs as the role that it was handed: whoever may hand it any role and start code has the strongest of them.`,
    fix: narrowedTo(passed(passedTo, 'arn:aws:iam::…:role/…'), subject.name),
    source: SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
    peers,
    examples: {
      pass: [
        thatMay(starting),
        thatMay(starting, passed(passedTo, 'arn:aws:iam::111122223333:role/training')),
        thatMay(starting, passed('lambda.amazonaws.com')),
        thatMay(starting, passed(passedTo), { Effect: 'Deny', Action: 'iam:PassRole', Resource: '*' }),
        within(escalated, { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      ],
      fail: [
        escalated,
        within(escalated, { Effect: 'Allow', NotAction: 'iam:Create*', Resource: '*' }),
        thatMay(starting, { Effect: 'Allow', NotAction: 's3:*', Resource: '*' }),
      ],
      unknown: [withPolicy('managed')],
      notApplicable: [thatMay(ADMINISTRATOR)],
    },
  });
}
