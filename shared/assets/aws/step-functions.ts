import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

export const stateMachine = assetType('aws.stepfunctions.state-machine', {
  title: 'Step Functions state machine',
  placement: 'region',
  nativeType: 'AWS::StepFunctions::StateMachine',
  shape: { package: '@aws-sdk/client-sfn', type: 'DescribeStateMachineOutput' },
  config: z.looseObject({
    roleArn: z.string().optional(),
    /** Of the definition only the resources that its states call, one to a line. */
    definition: z.string().optional(),
  }),
});
