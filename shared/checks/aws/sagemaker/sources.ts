/** What SageMaker is documented to mean by a field that is not there. */
export const NOT_ISOLATED =
  'CreateModel and CreateTrainingJob: EnableNetworkIsolation is optional and isolates when it is true';
export const NO_VARIABLES =
  'ContainerDefinition and TrainingJob: Environment and HyperParameters are optional';
export const NO_SCRIPTS =
  'DescribeNotebookInstanceLifecycleConfigOutput: OnCreate and OnStart are optional lists of scripts';
export const NO_RESTRICTED_GROUPS = 'DescribeClusterResponse: RestrictedInstanceGroups is optional';
