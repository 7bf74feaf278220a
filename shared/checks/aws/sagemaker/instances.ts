import { all, field, not, type Predicate, some } from '#shared/model/predicate.ts';

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

/** Of an endpoint configuration: some variant runs on instances. Serverless ones have none. */
export const someVariantOnInstances = (where: Predicate): Predicate =>
  some('ProductionVariants', all(field('ServerlessConfig').isAbsent(), where));
