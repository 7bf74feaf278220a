import * as client from '@aws-sdk/client-cloudwatch';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 'cloudwatch',
  signingName: 'monitoring',
  protocol: 'json',
  client,
  handlers: { DescribeAlarms: lists('cloudwatch/alarms', 'MetricAlarms') },
  sample: {
    'cloudwatch/alarms': [
      {
        AlarmName: 'cpu',
        AlarmArn: 'arn:aws:cloudwatch:eu-west-1:444455556666:alarm:cpu',
        Namespace: 'AWS/EC2',
        ActionsEnabled: true,
      },
      {
        AlarmName: 'throttles',
        AlarmArn: 'arn:aws:cloudwatch:eu-west-1:444455556666:alarm:throttles',
        Namespace: 'AWS/Bedrock',
        MetricName: 'InvocationThrottles',
        ActionsEnabled: true,
      },
      {
        AlarmName: 'muted',
        AlarmArn: 'arn:aws:cloudwatch:eu-west-1:444455556666:alarm:muted',
        Namespace: 'AWS/Bedrock',
        ActionsEnabled: false,
      },
    ],
  },
};
export default service;
