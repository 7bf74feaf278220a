import type { ProjectVersionDescription } from '@aws-sdk/client-rekognition';
import { projectVersion } from '#shared/assets/aws/rekognition.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArn, kmsKeyArn, parseArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { projectName, projectsIn } from './projects.ts';

/** `project/<name>/version/<name>/<time of creation>` */
const versionName = (arn: string): string => parseArn(arn)?.resource.split('/')[3] ?? '';

export default awsConnector<ProjectVersionDescription>(projectVersion, {
  rare: true,
  operations: {
    list: awsOperations('rekognition:DescribeProjects', 'rekognition:DescribeProjectVersions'),
  },
  events: [
    'CreateProjectVersion',
    'CopyProjectVersion',
    'StartProjectVersion',
    'StopProjectVersion',
    'DeleteProjectVersion',
  ],
  async *list(services) {
    for await (const { ProjectArn } of projectsIn(services))
      yield* services.rekognition.list(
        'DescribeProjectVersions',
        { ProjectArn, MaxResults: 100 },
        'ProjectVersionDescriptions',
      );
  },
  identify: ({ ProjectVersionArn = '' }) => ({
    id: ProjectVersionArn,
    name: `${projectName(ProjectVersionArn)}/${versionName(ProjectVersionArn)}`,
  }),
  async find(services, id) {
    for await (const { ProjectArn } of projectsIn(services, [projectName(id)])) {
      const versions = services.rekognition.list(
        'DescribeProjectVersions',
        { ProjectArn, VersionNames: [versionName(id)] },
        'ProjectVersionDescriptions',
      );
      for await (const found of versions) if (found.ProjectVersionArn === id) return found;
    }
    return undefined;
  },
  affected: (event) => asked(event, 'projectVersionArn') ?? answered(event, 'projectVersionArn'),
  relations: ({ KmsKeyId, OutputConfig, SourceProjectVersionArn }, { scope }) => [
    relation('encrypted-by', kmsKeyArn(scope, KmsKeyId)),
    relation('derived-from', SourceProjectVersionArn),
    isObject(OutputConfig) && typeof OutputConfig['S3Bucket'] === 'string'
      ? relation('writes-to', bucketArn(OutputConfig['S3Bucket'], scope.region))
      : undefined,
  ],
});
