import type { LogGroup } from '@aws-sdk/client-cloudwatch-logs';
import { logGroup } from '#shared/assets/aws/logs.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn, parseArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

/** Where AI services log of their own accord; AgentCore’s begin like Bedrock’s. */
const OF_AI = ['/aws/bedrock', '/aws/sagemaker'] as const;

type KeptLogGroup = Pick<LogGroup, 'logGroupName' | 'logGroupArn'>;

/** The log groups of the region that AI services and assets write to, where there are assets that refer to anything. */
export default awsConnector<KeptLogGroup>(logGroup, {
  followsReferences: true,
  operations: { list: awsOperations('logs:DescribeLogGroups') },
  events: [
    'CreateLogGroup',
    'PutRetentionPolicy',
    'DeleteRetentionPolicy',
    'AssociateKmsKey',
    'DisassociateKmsKey',
    'PutDataProtectionPolicy',
    'DeleteDataProtectionPolicy',
    'DeleteLogGroup',
  ],
  async *list(services, { scope, references }) {
    const targets = await references(() => true);
    if (targets.size === 0) return;
    for (const prefix of OF_AI) yield* groupsUnder(services, prefix);
    for (const target of targets) {
      const name = groupNameIn(target, scope);
      if (name === undefined || OF_AI.some((prefix) => name.startsWith(prefix))) continue;
      const found = await groupNamed(services, name);
      if (found) yield found;
    }
  },
  identify: ({ logGroupArn = '', logGroupName = '' }) => ({ id: logGroupArn, name: logGroupName }),
  async find(services, id, { scope, references }) {
    const name = groupNameIn(id, scope) ?? '';
    const isOfAi = OF_AI.some((prefix) => name.startsWith(prefix));
    const isReferredTo =
      isOfAi || (await references((target) => groupNameIn(target, scope) === name)).size > 0;
    return isReferredTo ? groupNamed(services, name) : undefined;
  },
  affected: (event, { scope }) => {
    const name = asked(event, 'logGroupName') ?? asked(event, 'logGroupIdentifier');
    if (name === undefined) return undefined;
    return name.startsWith('arn:') ? name.replace(/:\*$/, '') : arnIn(scope, 'logs', `log-group:${name}`);
  },
  relations: ({ kmsKeyId }, { scope }) => [relation('encrypted-by', kmsKeyArn(scope, kmsKeyId))],
});

const groupsUnder = ({ logs }: AwsServices, logGroupNamePrefix: string) =>
  logs.list('DescribeLogGroups', { logGroupNamePrefix, limit: 50 }, 'logGroups');

/** There is no asking for one: groups whose names begin with its own come along. */
async function groupNamed(services: AwsServices, name: string): Promise<LogGroup | undefined> {
  for await (const found of groupsUnder(services, name)) if (found.logGroupName === name) return found;
  return undefined;
}

/** The name of a log group of the scope, from its ARN, which may end in `:*`. */
function groupNameIn(target: string, { account, region }: Scope): string | undefined {
  const arn = parseArn(target);
  if (arn?.service !== 'logs' || arn.account !== account || arn.region !== region) return undefined;
  return /^log-group:([^:]+)/.exec(arn.resource)?.[1];
}
