import { mlSchedule } from '#shared/assets/azure/machine-learning-jobs.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(mlSchedule, {
  title: 'Only who has what it runs as can change a schedule',
  gains: 'code that runs again and again, as the identity of the scheduled job',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/schedules/write')],
  applies: field('properties.isEnabled').is(true),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'medium',
  basis: 'documented',
  reference: ['AZ-19'],
  why: 'What is put into a schedule runs at each of its times with a fresh token, long after whoever put it there has lost their access.',
  fix: {
    console:
      'Leave schedules/write to the pipeline, and let scheduled jobs run as an identity that reads their data and nothing else.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-schedule-pipeline-job: schedules/write creates, updates and enables schedules',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011'] },
});
