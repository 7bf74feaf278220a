import * as client from '@aws-sdk/client-service-quotas';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 'service-quotas',
  signingName: 'servicequotas',
  protocol: 'json',
  client,
  handlers: {
    ListServiceQuotas: lists('servicequotas/applied', 'Quotas'),
    ListAWSDefaultServiceQuotas: lists('servicequotas/defaults', 'Quotas'),
  },
  sample: {
    'servicequotas/applied': [
      { QuotaCode: 'L-1', QuotaName: 'On-demand model inference tokens per minute for Nova', Value: 500 },
      { QuotaCode: 'L-2', QuotaName: 'On-demand model inference tokens per minute for Claude', Value: 100 },
      { QuotaCode: 'L-3', QuotaName: 'Agents per account', Value: 10 },
    ],
    'servicequotas/defaults': [
      { QuotaCode: 'L-1', QuotaName: 'On-demand model inference tokens per minute for Nova', Value: 100 },
      { QuotaCode: 'L-2', QuotaName: 'On-demand model inference tokens per minute for Claude', Value: 100 },
      { QuotaCode: 'L-3', QuotaName: 'Agents per account', Value: 20 },
    ],
  },
};
export default service;
