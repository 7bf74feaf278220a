import type { Image } from '@aws-sdk/client-sagemaker';
import { image } from '#shared/assets/aws/sagemaker-studio.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { imageSource, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

/** Images that users bring into Studio, with the latest version: what a new application starts from. */
export default awsConnector<Image>(image, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListImages'),
    parts: { LatestVersion: awsOperation('sagemaker:DescribeImageVersion'), Tags: getResources },
  },
  events: [
    'CreateImage',
    'UpdateImage',
    'DeleteImage',
    'CreateImageVersion',
    'UpdateImageVersion',
    'DeleteImageVersion',
  ],
  list: ({ sagemaker }) => sagemaker.list('ListImages', { MaxResults: 100 }, 'Images'),
  identify: ({ ImageArn = '', ImageName = '' }) => ({ id: ImageArn, name: ImageName }),
  async read(services, summary) {
    const { ImageName, ImageArn } = summary;
    const [LatestVersion, Tags] = await Promise.all([
      services.sagemaker.part(
        'DescribeImageVersion',
        { ImageName },
        ({ Version, BaseImage, ContainerImage, ImageVersionStatus }) => ({
          Version,
          BaseImage,
          ContainerImage,
          ImageVersionStatus,
        }),
      ),
      services.tagsOf('sagemaker:image', ImageArn),
    ]);
    return { ...summary, FailureReason: undefined, LatestVersion, Tags };
  },
  async find({ sagemaker }, id) {
    const images = sagemaker.list('ListImages', { MaxResults: 100 }, 'Images');
    for await (const found of images) if (found.ImageArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'imageArn') ?? sagemakerArn(scope, 'image', asked(event, 'imageName')),
  relations: ({ LatestVersion }) => {
    const base = isObject(LatestVersion) ? LatestVersion['BaseImage'] : undefined;
    return [relation('runs-image', imageSource(base))];
  },
});
