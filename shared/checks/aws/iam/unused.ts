import { check, type Peers, type UnnamedCheck } from '#shared/model/check.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { field, judgedBy } from '#shared/model/predicate.ts';
import type { Severity } from '#shared/model/severity.ts';
import type { Subject } from './subjects.ts';

const DAY_MILLISECONDS = 86_400_000;

/** What a service is called, and its namespace in IAM. */
interface Service {
  readonly title: string;
  readonly namespace: string;
  readonly severity: Severity;
  readonly peers: Peers;
}

/** That nobody used a service for long, by the time at which the report was made. */
const liesUnused = (namespace: string) =>
  judgedBy({
    sentence: `the last use of ${namespace} is longer ago than \`governance.maximumUnusedDays\`, or there was none`,
    reads: ['LastAccessed', 'CreateDate'],
    parameters: ['maximumUnusedDays'],
    judge: ({ config }, { maximumUnusedDays }) => {
      const expected = `a use within ${maximumUnusedDays} days`;
      const path = 'LastAccessed.ServicesLastAccessed';
      const report = config['LastAccessed'];
      const reportedAt = isObject(report) ? timeOf(report['JobCompletionDate']) : undefined;
      const services = isObject(report) ? report['ServicesLastAccessed'] : undefined;
      if (reportedAt === undefined || !Array.isArray(services))
        return { truth: undefined, evidence: [{ path, state: 'absent', expected }] };
      const index = services.findIndex(
        (service) => isObject(service) && service['ServiceNamespace'] === namespace,
      );
      // A report tells of every service that the policies give, as IAM reckons: of this one they give nothing.
      if (index < 0)
        return {
          truth: false,
          evidence: [{ path, state: 'read', expected, note: `nothing of ${namespace}` }],
        };
      const oldest = reportedAt - maximumUnusedDays * DAY_MILLISECONDS;
      const service = services[index];
      const usedAt = isObject(service) ? timeOf(service['LastAuthenticated']) : undefined;
      const created = timeOf(config['CreateDate']);
      // Who is younger than that has had no time to use it.
      const truth = usedAt === undefined ? created === undefined || created < oldest : usedAt < oldest;
      return { truth, evidence: [{ path: `${path}[${index}]`, state: 'read', expected }] };
    },
  });

const timeOf = (value: unknown): number | undefined => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
};

/** Permissions on a service that lie about. */
export function unusedCheck(
  { type, title: whose, name, thatMay }: Subject,
  { title, namespace, severity, peers }: Service,
): UnnamedCheck {
  const reported = (service: JsonObject, more: JsonObject = {}): JsonObject => ({
    ...thatMay({ Effect: 'Allow', Action: `${namespace}:*`, Resource: '*' }),
    CreateDate: '2025-01-01T00:00:00.000Z',
    LastAccessed: {
      JobStatus: 'COMPLETED',
      JobCompletionDate: '2026-11-22T06:00:00.000Z',
      ServicesLastAccessed: [{ ServiceName: title, ServiceNamespace: namespace, ...service }],
    },
    ...more,
  });
  return check(type, {
    title: `${whose} use what they may do with ${title}`,
    severity,
    applies: field('LastAccessed').isPresent(),
    fails: liesUnused(namespace),
    why: `Nobody would miss the permission, and nobody would notice it being used: a stolen credential of the ${name} reaches ${title} all the same.`,
    fix: {
      console: `In IAM, open the ${name}’s “Last Accessed” tab and take away the policies that give ${title}.`,
      cli: `aws iam detach-${name}-policy --${name}-name … --policy-arn …`,
      cloudformation: { ManagedPolicyArns: [], Policies: [] },
    },
    source: 'GetServiceLastAccessedDetailsResponse, @aws-sdk/client-iam',
    frameworks: { 'mitre-atlas': ['AML.T0012'] },
    peers,
    examples: {
      pass: [
        reported({ LastAuthenticated: '2026-11-01T00:00:00.000Z' }),
        reported({}, { CreateDate: '2026-11-20T00:00:00.000Z' }),
        {
          $config: reported({ LastAuthenticated: '2026-06-01T00:00:00.000Z' }),
          $governance: { maximumUnusedDays: 365 },
        },
      ],
      fail: [reported({}), reported({ LastAuthenticated: '2026-06-01T00:00:00.000Z' })],
      unknown: [
        {
          ...thatMay(),
          LastAccessed: {
            $unread: {
              operation: 'iam:GetServiceLastAccessedDetails',
              outcome: 'failed',
              permission: 'iam:GetServiceLastAccessedDetails',
            },
          },
        },
      ],
      notApplicable: [thatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })],
    },
  });
}

const BEDROCK_ROLE_PEERS: Peers = {
  union: ['aws.iam.bedrock-access-stale-role'],
  prowler: ['iam_role_access_not_stale_to_bedrock'],
  'aws-samples': ['BR-14'],
};
const BEDROCK_USER_PEERS: Peers = {
  union: ['aws.iam.bedrock-access-stale-user'],
  prowler: ['iam_user_access_not_stale_to_bedrock'],
  'aws-samples': ['BR-14'],
};
const BEDROCK: Omit<Service, 'peers'> = { title: 'Bedrock', namespace: 'bedrock', severity: 'medium' };
const SAGEMAKER: Omit<Service, 'peers'> = { title: 'SageMaker', namespace: 'sagemaker', severity: 'medium' };
const AGENTCORE: Omit<Service, 'peers'> = {
  title: 'AgentCore',
  namespace: 'bedrock-agentcore',
  severity: 'low',
};

export const bedrockUnused = (subject: Subject) =>
  unusedCheck(subject, {
    ...BEDROCK,
    peers: subject.name === 'role' ? BEDROCK_ROLE_PEERS : BEDROCK_USER_PEERS,
  });
export const sagemakerUnused = (subject: Subject) =>
  unusedCheck(subject, {
    ...SAGEMAKER,
    peers: {
      union: ['aws.iam.sagemaker-access-stale'],
      prowler: ['iam_user_access_not_stale_to_sagemaker'],
      'aws-samples': ['SM-02'],
    },
  });
/** The registry of agents is a part of AgentCore and has no namespace of its own. */
export const agentcoreUnused = (subject: Subject) =>
  unusedCheck(subject, {
    ...AGENTCORE,
    peers: {
      union: ['aws.agentcore.access-stale', 'aws.agentregistry.access-stale'],
      prowler: ['bedrockagentcore_access_not_stale'],
      'aws-samples': ['AC-03', 'AR-02'],
    },
  });
