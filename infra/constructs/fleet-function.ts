import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, Aws, DockerImage, type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  EventSourceMapping,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { functionRoleName } from '#shared/config/roles.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import type { WorkQueue } from './queues.ts';

/** What every function of the fleet has in common. */
export interface FleetContext {
  readonly config: FleetConfig;
  readonly key: IKey;
  readonly alarms: Alarms;
  /** Where `scripts/build-functions.ts` put the bundles. */
  readonly bundles: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface FleetFunctionProps {
  /** The file in `functions/`, without its ending. */
  readonly name: string;
  readonly does: string;
  readonly memoryMiB: number;
  readonly timeout: Duration;
  readonly may: readonly PolicyStatement[];
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Set where strangers may call: how often it runs at once at most. That much is then kept from all others, which
   * the quota of a new account does not allow. Lambda’s own lines about each call are not written.
   */
  readonly mostAtOnce?: number;
}

/**
 * What a scan makes dies young: a small nursery is swept often. Half a million training jobs are read in 287 MiB with
 * it, against 546 MiB without (`npm run bench`), and no slower.
 */
const SMALL_NURSERY = '--max-semi-space-size=8';

/** One Lambda function with its own role, its own log group and an alarm on its errors. */
export class FleetFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, context: FleetContext, props: FleetFunctionProps) {
    super(scope, id);
    const { name, does, memoryMiB, timeout, may, environment = {}, mostAtOnce } = props;
    this.logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aispm/functions/${Aws.STACK_NAME}/${name}`,
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: context.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      roleName: functionRoleName(Stack.of(this).stackName, name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `aispm ${name}: ${does}`,
    });
    this.logGroup.grantWrite(this.role);
    for (const statement of may) this.role.addToPolicy(statement);
    this.function = new LambdaFunction(this, 'Function', {
      description: does,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundleOf(context, name),
      memorySize: memoryMiB,
      timeout,
      role: this.role.withoutPolicyUpdates(),
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      ...(mostAtOnce !== undefined && {
        reservedConcurrentExecutions: mostAtOnce,
        systemLogLevelV2: SystemLogLevel.WARN,
      }),
      environment: { NODE_OPTIONS: SMALL_NURSERY, ...context.environment, ...environment },
    });
    context.alarms.above(
      this,
      'Errors',
      this.function.metricErrors({ period: ALARM_PERIOD }),
      `aispm ${name} failed; its log group has the reason.`,
    );
  }

  /**
   * Takes messages from the queue, at most `concurrency` batches at once; what fails of a batch returns to
   * the queue alone.
   */
  consume({ queue }: WorkQueue, { batchSize = 10, concurrency = 5 } = {}): void {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        resources: [queue.queueArn],
      }),
    );
    const mapping = new EventSourceMapping(this, 'Messages', {
      target: this.function,
      eventSourceArn: queue.queueArn,
      batchSize,
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    });
    mapping.node.addDependency(this.role);
  }
}

/** The bundle and the parsed config beside it, as one asset. */
function bundleOf({ bundles, config }: FleetContext, name: string): Code {
  const built = join(bundles, name);
  if (!existsSync(join(built, 'index.mjs')))
    throw new Error(`${built}/index.mjs is missing; run node scripts/build-functions.ts first`);
  return Code.fromAsset(built, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used-the-copy-is-local'),
      local: {
        tryBundle(output) {
          cpSync(built, output, { recursive: true });
          writeFileSync(join(output, 'fleet.json'), `${JSON.stringify(config, null, 1)}\n`);
          return true;
        },
      },
    },
  });
}
