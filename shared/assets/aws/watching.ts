import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

/** What an account has, or has not, to watch what AI costs, how it fails and who calls it: lists that may be empty. */

export const alarms = assetType('aws.cloudwatch.alarms', {
  title: 'CloudWatch alarms on Bedrock in a region',
  placement: 'region',
  nativeType: 'AWS::CloudWatch::Alarm',
  shape: { package: '@aws-sdk/client-cloudwatch', type: 'DescribeAlarmsOutput' },
  config: z.looseObject({
    MetricAlarms: z
      .array(z.looseObject({ AlarmName: z.string().optional(), ActionsEnabled: z.boolean().optional() }))
      .optional(),
  }),
});

export const tokenQuotas = assetType('aws.servicequotas.token-quotas', {
  title: 'Token quotas of Bedrock in a region',
  placement: 'region',
  nativeType: 'AWS::ServiceQuotas::Quota',
  shape: {
    package: '@aws-sdk/client-service-quotas',
    type: 'ListServiceQuotasResponse',
    parts: { applied: 'ServiceQuota[]' },
  },
  config: z.looseObject({
    /** Those whose value is not the default. */
    applied: z
      .array(z.looseObject({ QuotaName: z.string().optional(), Value: z.number().optional() }))
      .optional(),
  }),
});

export const configRules = assetType('aws.config.rules', {
  title: 'AWS Config rules on AI in a region',
  placement: 'region',
  nativeType: 'AWS::Config::ConfigRule',
  shape: { package: '@aws-sdk/client-config-service', type: 'DescribeConfigRulesResponse' },
  config: z.looseObject({
    ConfigRules: z
      .array(
        z.looseObject({
          ConfigRuleName: z.string().optional(),
          ConfigRuleState: z.enum(['ACTIVE', 'DELETING', 'DELETING_RESULTS', 'EVALUATING']).optional(),
        }),
      )
      .optional(),
  }),
});

export const webAcls = assetType('aws.wafv2.web-acls', {
  title: 'WAF in a region',
  placement: 'region',
  nativeType: 'AWS::WAFv2::WebACL',
  shape: { package: '@aws-sdk/client-wafv2', type: 'ListWebACLsResponse', parts: { WebACLs: 'WebACL[]' } },
  config: z.looseObject({
    WebACLs: z
      .array(
        z.looseObject({
          Name: z.string().optional(),
          Rules: z
            .array(
              z.looseObject({
                Statement: z
                  .looseObject({
                    ManagedRuleGroupStatement: z.looseObject({ Name: z.string() }).optional(),
                  })
                  .optional(),
                OverrideAction: z.looseObject({ Count: z.looseObject({}).optional() }).optional(),
              }),
            )
            .optional(),
        }),
      )
      .optional(),
  }),
});

export const budgets = assetType('aws.budgets.budgets', {
  title: 'Budgets of an account',
  placement: 'global',
  nativeType: 'AWS::Budgets::Budget',
  shape: { package: '@aws-sdk/client-budgets', type: 'DescribeBudgetsResponse' },
  config: z.looseObject({
    Budgets: z.array(z.looseObject({ BudgetName: z.string().optional() })).optional(),
  }),
});

export const anomalyMonitors = assetType('aws.ce.anomaly-monitors', {
  title: 'Cost anomaly monitors of an account',
  placement: 'global',
  nativeType: 'AWS::CE::AnomalyMonitor',
  shape: { package: '@aws-sdk/client-cost-explorer', type: 'GetAnomalyMonitorsResponse' },
  config: z.looseObject({
    AnomalyMonitors: z
      .array(
        z.looseObject({
          MonitorName: z.string().optional(),
          MonitorDimension: z.enum(['COST_CATEGORY', 'LINKED_ACCOUNT', 'SERVICE', 'TAG']).optional(),
        }),
      )
      .optional(),
  }),
});
