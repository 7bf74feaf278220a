import * as client from '@aws-sdk/client-cost-explorer';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 'ce',
  signingName: 'ce',
  protocol: 'json',
  client,
  handlers: {
    GetAnomalyMonitors: lists('ce/monitors', 'AnomalyMonitors', {
      token: ['NextPageToken', 'NextPageToken'],
    }),
  },
  sample: {
    'ce/monitors': [
      {
        MonitorArn: 'arn:aws:ce::444455556666:anomalymonitor/1',
        MonitorName: 'services',
        MonitorType: 'DIMENSIONAL',
        MonitorDimension: 'SERVICE',
      },
      { MonitorArn: 'arn:aws:ce::444455556666:anomalymonitor/2', MonitorName: 'team', MonitorType: 'CUSTOM' },
      {
        MonitorArn: 'arn:aws:ce::444455556666:anomalymonitor/3',
        MonitorName: 'tags',
        MonitorType: 'DIMENSIONAL',
        MonitorDimension: 'TAG',
      },
    ],
  },
};
export default service;
