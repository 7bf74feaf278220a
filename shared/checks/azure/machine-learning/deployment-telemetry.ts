import { onlineDeployment } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(onlineDeployment, {
  title: 'Online deployments log to Application Insights',
  severity: 'low',
  fails: field('properties.appInsightsEnabled')
    .absentIs(false, 'OnlineDeploymentProperties of @azure/arm-machinelearning: default of the specification')
    .isNot(true),
  why: 'Without telemetry nobody sees who calls the model, how often, and what it answers when it is attacked.',
  fix: {
    console: 'Endpoints › the deployment › Edit: enable Application Insights diagnostics.',
    cli: 'az ml online-deployment update --name … --endpoint-name … --set app_insights_enabled=true',
    bicep: 'properties: { appInsightsEnabled: true }',
  },
  source: 'OnlineDeploymentProperties.appInsightsEnabled of @azure/arm-machinelearning',
  frameworks: { 'iso-42001': ['A.6.2.6', 'A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ properties: { appInsightsEnabled: true } }],
    fail: [{ properties: {} }, { properties: { appInsightsEnabled: false } }],
    unknown: [{}, { properties: { appInsightsEnabled: 'yes' } }],
  },
});
