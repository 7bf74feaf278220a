import * as client from '@aws-sdk/client-config-service';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 'config',
  signingName: 'config',
  protocol: 'json',
  client,
  handlers: { DescribeConfigRules: lists('config/rules', 'ConfigRules') },
  sample: {
    'config/rules': [
      {
        ConfigRuleName: 'notebooks',
        ConfigRuleState: 'ACTIVE',
        Source: { Owner: 'AWS', SourceIdentifier: 'SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS' },
      },
      {
        ConfigRuleName: 'buckets',
        ConfigRuleState: 'ACTIVE',
        Source: { Owner: 'AWS', SourceIdentifier: 'S3_BUCKET_VERSIONING_ENABLED' },
      },
      {
        ConfigRuleName: 'mfa',
        ConfigRuleState: 'ACTIVE',
        Source: { Owner: 'AWS', SourceIdentifier: 'MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS' },
      },
    ],
  },
};
export default service;
