import type {
  ContainerDefinition,
  DescribeEndpointOutput,
  DescribeTrainingJobResponse,
  Endpoint,
  Model,
  TrainingJob,
} from '@aws-sdk/client-sagemaker';
import { type Withheld, withoutValues } from '../secrets.ts';

type Settings = Record<string, Withheld> | undefined;
type Without<Thing, Key extends keyof Thing> = Omit<Thing, Key> & { readonly [Name in Key]?: Settings };

export type KeptContainer = Without<ContainerDefinition, 'Environment'>;
export type KeptModel = Omit<Model, 'PrimaryContainer' | 'Containers'> & {
  readonly PrimaryContainer?: KeptContainer | undefined;
  readonly Containers?: KeptContainer[] | undefined;
};
export type KeptTrainingJob = Without<TrainingJob, 'Environment' | 'HyperParameters'> & {
  readonly ProfilerRuleConfigurations?: undefined;
};

const ENDPOINT_KEYS = [
  'EndpointName',
  'EndpointArn',
  'EndpointConfigName',
  'EndpointStatus',
  'ProductionVariants',
  'ShadowProductionVariants',
  'DataCaptureConfig',
  'CreationTime',
  'LastModifiedTime',
] as const;

export type KeptEndpoint = Partial<Pick<Endpoint, (typeof ENDPOINT_KEYS)[number] | 'Tags'>>;

/** A job as searching gives it, or as describing does, which tells one thing more. */
type ReadTrainingJob = TrainingJob & Pick<DescribeTrainingJobResponse, 'ProfilerRuleConfigurations'>;

const keptContainer = (container: ContainerDefinition): KeptContainer => ({
  ...container,
  Environment: withoutValues(container.Environment),
});

/** The model without the values of its environment variables, in which people put credentials. */
export const keptModel = (model: Model): KeptModel => ({
  ...model,
  PrimaryContainer: model.PrimaryContainer && keptContainer(model.PrimaryContainer),
  Containers: model.Containers?.map(keptContainer),
});

/**
 * The job without the values of environment variables and hyperparameters, and without what decides nothing here
 * and may hold anything: its command line, the text of its failure, the settings of its debugger and profiler.
 */
export const keptTrainingJob = (job: ReadTrainingJob): KeptTrainingJob => ({
  ...job,
  Environment: withoutValues(job.Environment),
  HyperParameters: withoutValues(job.HyperParameters),
  FailureReason: undefined,
  SecondaryStatusTransitions: undefined,
  DebugHookConfig: undefined,
  DebugRuleConfigurations: undefined,
  ProfilerRuleConfigurations: undefined,
  AlgorithmSpecification: job.AlgorithmSpecification && {
    ...job.AlgorithmSpecification,
    ContainerArguments: undefined,
    ContainerEntrypoint: undefined,
  },
});

/**
 * What searching and describing both tell of an endpoint. Searching adds its monitoring schedules, with the
 * values of their environment variables and what changes with every run; describing does not.
 */
export const keptEndpoint = (found: Endpoint | DescribeEndpointOutput): KeptEndpoint => ({
  ...Object.fromEntries(ENDPOINT_KEYS.map((key) => [key, found[key]])),
  ...('Tags' in found ? { Tags: found.Tags } : {}),
});
