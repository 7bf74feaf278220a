import { Aws, Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import {
  DefinitionBody,
  DistributedMap,
  JitterType,
  JsonPath,
  LogLevel,
  StateMachine,
  StateMachineType,
  TaskInput,
  type TaskStateBase,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, type LambdaInvokeProps } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { acknowledgeWildcardResource } from './acknowledge.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import { DeadLetters } from './queues.ts';
import { schedulerRole } from './scheduler-role.ts';

export interface ScanWorkflowProps {
  readonly planScan: LambdaFunction;
  readonly scanScope: LambdaFunction;
  readonly correlate: LambdaFunction;
  readonly schedule: string;
  /** Scopes read at once. The clouds throttle per account and region, so many scopes do not hurt one another. */
  readonly concurrency: number;
  readonly key: IKey;
  readonly alarms: Alarms;
}

/** plan-scan → every regional scope → every global scope → correlate, on a schedule. */
export class ScanWorkflow extends Construct {
  readonly stateMachine: StateMachine;
  readonly schedule: Schedule;

  constructor(scope: Construct, id: string, props: ScanWorkflowProps) {
    super(scope, id);
    const { planScan, scanScope, correlate, concurrency, key, alarms } = props;
    const plan = invoke(this, 'Plan', planScan, { resultPath: '$.plan' });
    const regional = this.#scanEach('Regional', scanScope, '$.plan.regional', concurrency);
    // What a cloud keeps once per account is read after the regions, which refer to it.
    const global = this.#scanEach('Global', scanScope, '$.plan.global', concurrency);
    const close = invoke(this, 'Correlate', correlate, {
      payload: TaskInput.fromObject({
        scanId: JsonPath.stringAt('$.plan.scanId'),
        startedAt: JsonPath.stringAt('$.plan.startedAt'),
      }),
    });

    const logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/aispm/${Aws.STACK_NAME}`,
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const name = `${Aws.STACK_NAME}-scan`;
    const role = this.#role(name, [planScan, scanScope, correlate]);
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromChainable(plan.next(regional).next(global).next(close)),
      role: role.withoutPolicyUpdates(),
      timeout: Duration.hours(2),
      tracingEnabled: true,
      // Ids are for the functions' logs; inputs and outputs stay in the execution itself.
      logs: { level: LogLevel.ALL, includeExecutionData: false, destination: logs },
    });
    this.stateMachine.node.addDependency(role);
    // The role has what a Distributed Map needs, for this state machine by name; CDK's own policy is wider.
    this.stateMachine.node.tryRemoveChild('DistributedMapPolicy');
    alarms.above(
      this,
      'Failed',
      this.stateMachine.metricFailed({ period: ALARM_PERIOD }),
      'aispm: a scan failed as a whole. Findings are as the scan before left them; the execution has the reason.',
    );
    alarms.above(
      this,
      'TimedOut',
      this.stateMachine.metricTimedOut({ period: ALARM_PERIOD }),
      'aispm: a scan took more than two hours and was ended.',
    );

    const missed = new DeadLetters(this, 'Missed', { alarms, of: 'aispm scans that could not be started' });
    const starter = schedulerRole(this, 'Starter', {
      may: new PolicyStatement({
        actions: ['states:StartExecution'],
        resources: [this.stateMachine.stateMachineArn],
      }),
      deadLetters: missed,
    });
    this.schedule = new Schedule(this, 'Schedule', {
      description: 'aispm: scans the estate',
      schedule: ScheduleExpression.expression(props.schedule, TimeZone.ETC_UTC),
      target: new StepFunctionsStartExecution(this.stateMachine, {
        role: starter,
        input: ScheduleTargetInput.fromObject({ trigger: 'schedule' }),
        deadLetterQueue: missed.queue,
        retryAttempts: 3,
        maxEventAge: Duration.minutes(30),
      }),
    });
  }

  /** https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html */
  #role(stateMachineName: string, functions: readonly LambdaFunction[]): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const states = (rest: string) => `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:${rest}`;
    const may = (actions: string[], ...resources: string[]) =>
      role.addToPolicy(new PolicyStatement({ actions, resources }));
    may(['lambda:InvokeFunction'], ...functions.map(({ functionArn }) => functionArn));
    may(['states:StartExecution'], states(`stateMachine:${stateMachineName}`));
    const children = `execution:${stateMachineName}/*`;
    may(['states:DescribeExecution', 'states:StopExecution'], states(children));
    may(
      [
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:DescribeLogGroups',
        'logs:DescribeResourcePolicies',
        'logs:GetLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:UpdateLogDelivery',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ],
      '*',
    );
    acknowledgeWildcardResource(
      role,
      '*',
      'Log delivery and X-Ray know no resources: the Service Authorization Reference lists none for these actions.',
    );
    acknowledgeWildcardResource(
      role,
      `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<AWS::StackName>-scan/*`,
      'A Distributed Map describes and stops the executions that it started of this one state machine; their names are made at run time.',
    );
    return role;
  }

  #scanEach(which: string, scanScope: LambdaFunction, itemsPath: string, maxConcurrency: number) {
    const map = new DistributedMap(this, which, {
      itemsPath,
      maxConcurrency,
      itemSelector: {
        scanId: JsonPath.stringAt('$.plan.scanId'),
        startedAt: JsonPath.stringAt('$.plan.startedAt'),
        scope: JsonPath.stringAt('$$.Map.Item.Value'),
      },
      mapExecutionType: StateMachineType.STANDARD,
      // A scope that could not be scanned keeps its findings and is named when the scan closes; the others
      // are judged all the same.
      toleratedFailurePercentage: 100,
      resultPath: JsonPath.DISCARD,
    });
    // The ledger has the results: the map's own output stays far below the 256 KiB of a state.
    return map.itemProcessor(invoke(this, `Scan${which}`, scanScope, { outputPath: JsonPath.DISCARD }));
  }
}

/** A task whose output is the function's answer, tried again when Lambda or the network was at fault. */
function invoke(
  scope: Construct,
  id: string,
  lambdaFunction: LambdaFunction,
  props: Omit<LambdaInvokeProps, 'lambdaFunction'>,
): TaskStateBase {
  const task = new LambdaInvoke(scope, id, {
    lambdaFunction,
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
    ...props,
  });
  return task
    .addRetry({
      errors: [
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
        'Lambda.ClientExecutionTimeoutException',
      ],
      interval: Duration.seconds(5),
      backoffRate: 2,
      maxAttempts: 4,
      jitterStrategy: JitterType.FULL,
    })
    .addRetry({
      // An account may run ten functions at once when it is new, and scopes are read for minutes each: what
      // finds no room waits for it, until the state machine itself times out.
      errors: ['Lambda.TooManyRequestsException'],
      interval: Duration.seconds(5),
      backoffRate: 2,
      maxDelay: Duration.minutes(1),
      maxAttempts: 240,
      jitterStrategy: JitterType.FULL,
    })
    .addRetry({ errors: ['Sandbox.Timedout'], interval: Duration.seconds(5), maxAttempts: 1 });
}
