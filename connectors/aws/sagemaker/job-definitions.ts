import type { MonitoringJobDefinitionSummary } from '@aws-sdk/client-sagemaker';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, sagemakerArn } from '../arn.ts';
import { type Withheld, withoutValues } from '../secrets.ts';
import { subnetsOf } from './models.ts';
import { at, listAt, runsImage } from './places.ts';

/** What is found of a definition before it is described. */
export type ListedDefinition = Pick<
  MonitoringJobDefinitionSummary,
  'MonitoringJobDefinitionArn' | 'MonitoringJobDefinitionName'
>;

interface AppSpecification {
  readonly ImageUri?: string | undefined;
  readonly Environment?: Record<string, string> | undefined;
}

/** What a definition runs, without the values of environment variables and without its command line. */
export const keptApp = (
  app: AppSpecification | undefined,
): { ImageUri: string | undefined; Environment: Record<string, Withheld> | undefined } => ({
  ImageUri: app?.ImageUri,
  Environment: withoutValues(app?.Environment),
});

/** How a definition of any of the four kinds relates; `kind` is what its keys begin with. */
export const definitionRelations = (config: JsonObject, scope: Scope, kind: string) => [
  relation('assumes', config['RoleArn']),
  ...subnetsOf(at(config, 'NetworkConfig', 'VpcConfig')),
  relation(
    'derived-from',
    sagemakerArn(scope, 'endpoint', at(config, `${kind}JobInput`, 'EndpointInput', 'EndpointName')),
  ),
  relation(
    'reads-from',
    bucketArnOf(
      at(config, `${kind}JobInput`, 'BatchTransformInput', 'DataCapturedDestinationS3Uri'),
      scope.region,
    ),
  ),
  ...listAt(config, `${kind}JobOutputConfig`, 'MonitoringOutputs').map((output) =>
    relation('writes-to', bucketArnOf(at(output, 'S3Output', 'S3Uri'), scope.region)),
  ),
  relation('encrypted-by', kmsKeyArn(scope, at(config, `${kind}JobOutputConfig`, 'KmsKeyId'))),
  relation('encrypted-by', kmsKeyArn(scope, at(config, 'JobResources', 'ClusterConfig', 'VolumeKmsKeyId'))),
  runsImage(at(config, `${kind}AppSpecification`, 'ImageUri')),
];
