import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { Redacted } from './redacted.ts';
import { armEnum } from './spelling.ts';
import { propertyTags } from './tags.ts';

const PACKAGE = '@azure/arm-machinelearning';

const JOBS_PAGE =
  'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/jobs';
const SCHEDULES_PAGE =
  'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/schedules';
const PIPELINE_NODES =
  'https://github.com/Azure/azure-sdk-for-python/blob/main/sdk/ml/azure-ai-ml/azure/ai/ml/entities/_builders/command.py';

const Variables = z.record(z.string(), Redacted).optional();

const Resources = z
  .looseObject({ dockerArgs: z.string().optional(), dockerArgsList: z.array(z.string()).optional() })
  .optional();

/** JobBaseProperties: what a job is, and what a schedule makes. Which fields there are, `jobType` says. */
const JobDefinition = z.looseObject({
  identity: z
    .looseObject({ identityType: armEnum(['AMLToken', 'Managed', 'UserIdentity']).optional() })
    .optional(),
  command: Redacted.optional(),
  environmentId: z.string().optional(),
  environmentVariables: Variables,
  resources: Resources,
  /** Literal ones have a value, references to data none. */
  inputs: z.record(z.string(), z.looseObject({ value: Redacted.optional() })).optional(),
  /** Of a Spark job: the arguments of its script, and the configuration of Spark. */
  args: Redacted.optional(),
  conf: Variables,
  /** Of a sweep. */
  trial: z
    .looseObject({
      command: Redacted.optional(),
      environmentId: z.string().optional(),
      environmentVariables: Variables,
      resources: Resources,
    })
    .optional(),
  /** Of a pipeline: its steps, as the client that sent them writes them. */
  jobs: z.record(z.string(), z.looseObject({ environment_variables: Variables })).optional(),
});

/** What definitions have that the package does not know, by where they stand. */
const newerFields = (definition: string) => ({
  [`${definition}.args`]: JOBS_PAGE,
  [`${definition}.conf`]: JOBS_PAGE,
  [`${definition}.resources.dockerArgsList`]: JOBS_PAGE,
  [`${definition}.trial.resources.dockerArgsList`]: JOBS_PAGE,
  [`${definition}.jobs[].environment_variables`]: PIPELINE_NODES,
});

const STATUSES = [
  'NotStarted',
  'Starting',
  'Provisioning',
  'Preparing',
  'Queued',
  'Running',
  'Finalizing',
  'CancelRequested',
  'Completed',
  'Failed',
  'Canceled',
  'NotResponding',
  'Paused',
  'Unknown',
] as const;

const textAt = (object: unknown, key: string): string => {
  const value = isObject(object) ? object[key] : undefined;
  return typeof value === 'string' ? value : '';
};

/** https://learn.microsoft.com/azure/machine-learning/how-to-schedule-job: `<schedule>-YYYYMMDDThhmmssZ` */
const TRIGGERED_AT = /-\d{8}T\d{6}Z$/;

/**
 * A job of the same display name in the same experiment of a workspace is another run of it. One without a display
 * name of its own, for which Azure takes its name, is a run of what its experiment tries.
 */
function madeBy({ id, name, properties }: JsonObject): string | undefined {
  const experiment = textAt(properties, 'experimentName');
  const workspace = typeof id === 'string' ? /^(.+)\/jobs\/[^/]+$/i.exec(id)?.[1] : undefined;
  if (!workspace || experiment === '') return undefined;
  const displayName = textAt(properties, 'displayName');
  const isItsOwn = displayName.toLowerCase() !== String(name).toLowerCase();
  return [workspace, experiment, isItsOwn ? displayName.replace(TRIGGERED_AT, '') : ''].join(' ');
}

export const mlJob = assetType('azure.machine-learning.job', {
  title: 'Azure Machine Learning job',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/jobs',
  shape: {
    package: PACKAGE,
    type: 'JobBase',
    wireOnly: newerFields('properties'),
  },
  tags: propertyTags,
  recurs: { cause: madeBy, at: ({ systemData }) => textAt(systemData, 'createdAt') },
  config: z.looseObject({
    systemData: z.looseObject({ createdAt: z.string().optional() }).optional(),
    properties: JobDefinition.extend({
      status: armEnum(STATUSES).optional(),
      experimentName: z.string().optional(),
      displayName: z.string().optional(),
      services: z.record(z.string(), z.looseObject({ jobServiceType: z.string().optional() })).optional(),
    }),
  }),
});

export const mlSchedule = assetType('azure.machine-learning.schedule', {
  title: 'Azure Machine Learning schedule',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/schedules',
  shape: {
    package: PACKAGE,
    type: 'Schedule',
    wireOnly: {
      // The package does not know of monitors.
      'properties.action.actionType': SCHEDULES_PAGE,
      ...newerFields('properties.action.jobDefinition'),
    },
  },
  tags: propertyTags,
  config: z.looseObject({
    properties: z.looseObject({
      isEnabled: z.boolean().optional(),
      action: z.looseObject({
        actionType: armEnum(['CreateJob', 'CreateMonitor', 'InvokeBatchEndpoint']).optional(),
        jobDefinition: JobDefinition.optional(),
      }),
    }),
  }),
});
