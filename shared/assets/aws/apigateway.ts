import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { mappedTags } from './tags.ts';

export const restApi = assetType('aws.apigateway.rest-api', {
  title: 'API Gateway REST API',
  placement: 'region',
  nativeType: 'AWS::ApiGateway::RestApi',
  asffType: 'AwsApiGatewayRestApi',
  shape: {
    package: '@aws-sdk/client-api-gateway',
    type: 'RestApi',
    parts: { resources: 'Resource[]' },
  },
  tags: mappedTags('tags'),
  config: z.looseObject({
    id: z.string(),
    /** Decoded by the connector. */
    policy: z.looseObject({}).optional(),
    endpointConfiguration: z
      .looseObject({ types: z.array(z.enum(['EDGE', 'PRIVATE', 'REGIONAL'])).optional() })
      .optional(),
    /** The paths behind which a function or an AI service stands. */
    resources: z
      .array(
        z.looseObject({
          path: z.string().optional(),
          resourceMethods: z
            .record(
              z.string(),
              z.looseObject({
                authorizationType: z.string().optional(),
                apiKeyRequired: z.boolean().optional(),
                requestValidatorId: z.string().optional(),
                requestModels: z.record(z.string(), z.string()).optional(),
                methodIntegration: z.looseObject({ uri: z.string().optional() }).optional(),
              }),
            )
            .optional(),
        }),
      )
      .optional(),
  }),
});

const throttle = z.looseObject({ rateLimit: z.number().optional(), burstLimit: z.number().optional() });

export const usagePlan = assetType('aws.apigateway.usage-plan', {
  title: 'API Gateway usage plan',
  placement: 'region',
  nativeType: 'AWS::ApiGateway::UsagePlan',
  shape: { package: '@aws-sdk/client-api-gateway', type: 'UsagePlan' },
  tags: mappedTags('tags'),
  config: z.looseObject({ id: z.string(), throttle: throttle.optional() }),
});
