import { all, any, field, not, type Predicate, some } from '#shared/model/predicate.ts';

/**
 * Instance types that bring their own storage, which a hardware module encrypts and no key of yours reaches.
 * Source: EC2 User Guide, “Instance store volumes”; VolumeKmsKeyId of ResourceConfig and KmsKeyId of
 * CreateEndpointConfigInput, @aws-sdk/client-sagemaker.
 */
const LOCAL_STORAGE =
  /^ml\.(?:[cmr]\d+[a-z]*d[a-z]*|i\d[a-z0-9]*|p3dn|p4de?|p5[a-z]*|p6[a-z0-9-]*|g4dn|g5|gr?6[a-z]*|trn1n?|trn2)\./;

/** Of whatever names an instance type: it is one whose volume a key encrypts. */
export const hasKeyedVolume = (path: string): Predicate =>
  all(field(path).isPresent(), not(field(path).matches(LOCAL_STORAGE)));

const NO_PREFERENCES = {
  absentIsEmpty:
    'ResourceConfig and ProcessingClusterConfig: InstancePreferences only in place of InstanceType',
};

/** Of what a job runs on, of one type or of the first of several that is to be had: its volume is one with a key. */
export const runsOnKeyedVolume = (cluster: string): Predicate =>
  any(
    hasKeyedVolume(`${cluster}.InstanceType`),
    hasKeyedVolume(`${cluster}.SelectedInstanceType`),
    all(
      field(`${cluster}.SelectedInstanceType`).isAbsent(),
      some(`${cluster}.InstancePreferences`, hasKeyedVolume('InstanceType'), NO_PREFERENCES),
    ),
  );

const isSeveral = (path: string): Predicate => all(field(path).isPresent(), field(path).atLeast(2));

/** Of what a job runs on: there is more than one instance. */
export const runsOnSeveral = (cluster: string): Predicate =>
  any(
    isSeveral(`${cluster}.InstanceCount`),
    isSeveral(`${cluster}.SelectedInstanceCount`),
    all(
      field(`${cluster}.SelectedInstanceCount`).isAbsent(),
      some(`${cluster}.InstancePreferences`, isSeveral('InstanceCount'), NO_PREFERENCES),
    ),
  );

const opensShell = field('EnableSSMAccess')
  .absentIs(false, 'ProductionVariant: by default, SSM access is disabled for all production variants')
  .is(true);

/** Of an endpoint configuration: some variant, or one that only shadows another, opens a shell on its instances. */
export const someVariantOpensShell: Predicate = any(
  some('ProductionVariants', opensShell),
  some('ShadowProductionVariants', opensShell, {
    absentIsEmpty: 'DescribeEndpointConfigOutput: ShadowProductionVariants is optional',
  }),
);

/** Of an endpoint configuration: some variant runs on instances. Serverless ones have none. */
export const someVariantOnInstances = (where: Predicate): Predicate =>
  some('ProductionVariants', all(field('ServerlessConfig').isAbsent(), where));
