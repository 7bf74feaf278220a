/** One AWS API that connectors speak to. */
export interface Api {
  /** The package of its client, without `@aws-sdk/client-`. */
  readonly sdk: string;
  /** The name of the client's class. */
  readonly client: string;
  /** What its operations' ids begin with: `bedrock-agent` in `bedrock-agent:ListAgents`. */
  readonly prefix: string;
  /** The prefix of its IAM actions and of its CloudTrail event source, where that is another one. */
  readonly iam?: string;
  /** What stands before `.amazonaws.com` in CloudTrail, where it is neither of the two. */
  readonly eventSource?: string;
  /** Input and output name of the page token that most of its lists use. */
  readonly token: readonly [input: string, output: string];
}

const UPPER = ['NextToken', 'NextToken'] as const;
const LOWER = ['nextToken', 'nextToken'] as const;

/**
 * Every API, by the name under which connectors destructure it. `npm run generate` makes from it, and from the
 * operations that connectors declare, the modules in `clients/`.
 * Source of `iam`: the Service Authorization Reference.
 */
export const apis = {
  apiGateway: {
    sdk: 'api-gateway',
    client: 'APIGatewayClient',
    prefix: 'apigateway',
    token: ['position', 'position'],
  },
  bedrock: { sdk: 'bedrock', client: 'BedrockClient', prefix: 'bedrock', token: LOWER },
  bedrockAgent: {
    sdk: 'bedrock-agent',
    client: 'BedrockAgentClient',
    prefix: 'bedrock-agent',
    iam: 'bedrock',
    token: LOWER,
  },
  bedrockAgentCore: {
    sdk: 'bedrock-agentcore-control',
    client: 'BedrockAgentCoreControlClient',
    prefix: 'bedrock-agentcore-control',
    iam: 'bedrock-agentcore',
    token: LOWER,
  },
  bedrockDataAutomation: {
    sdk: 'bedrock-data-automation',
    client: 'BedrockDataAutomationClient',
    prefix: 'bedrock-data-automation',
    iam: 'bedrock',
    token: LOWER,
  },
  budgets: { sdk: 'budgets', client: 'BudgetsClient', prefix: 'budgets', token: UPPER },
  cloudTrail: { sdk: 'cloudtrail', client: 'CloudTrailClient', prefix: 'cloudtrail', token: UPPER },
  cloudWatch: {
    sdk: 'cloudwatch',
    client: 'CloudWatchClient',
    prefix: 'cloudwatch',
    eventSource: 'monitoring',
    token: UPPER,
  },
  comprehend: { sdk: 'comprehend', client: 'ComprehendClient', prefix: 'comprehend', token: UPPER },
  config: { sdk: 'config-service', client: 'ConfigServiceClient', prefix: 'config', token: UPPER },
  costExplorer: {
    sdk: 'cost-explorer',
    client: 'CostExplorerClient',
    prefix: 'ce',
    token: ['NextPageToken', 'NextPageToken'],
  },
  dataBrew: { sdk: 'databrew', client: 'DataBrewClient', prefix: 'databrew', token: UPPER },
  ec2: { sdk: 'ec2', client: 'EC2Client', prefix: 'ec2', token: UPPER },
  ecr: { sdk: 'ecr', client: 'ECRClient', prefix: 'ecr', token: LOWER },
  ecs: { sdk: 'ecs', client: 'ECSClient', prefix: 'ecs', token: LOWER },
  eks: { sdk: 'eks', client: 'EKSClient', prefix: 'eks', token: LOWER },
  forecast: { sdk: 'forecast', client: 'ForecastClient', prefix: 'forecast', token: UPPER },
  fraudDetector: {
    sdk: 'frauddetector',
    client: 'FraudDetectorClient',
    prefix: 'frauddetector',
    token: LOWER,
  },
  glue: { sdk: 'glue', client: 'GlueClient', prefix: 'glue', token: UPPER },
  guardDuty: { sdk: 'guardduty', client: 'GuardDutyClient', prefix: 'guardduty', token: UPPER },
  healthLake: { sdk: 'healthlake', client: 'HealthLakeClient', prefix: 'healthlake', token: UPPER },
  iam: { sdk: 'iam', client: 'IAMClient', prefix: 'iam', token: ['Marker', 'Marker'] },
  kendra: { sdk: 'kendra', client: 'KendraClient', prefix: 'kendra', token: UPPER },
  kms: { sdk: 'kms', client: 'KMSClient', prefix: 'kms', token: ['Marker', 'NextMarker'] },
  lambda: { sdk: 'lambda', client: 'LambdaClient', prefix: 'lambda', token: ['Marker', 'NextMarker'] },
  lex: {
    sdk: 'lex-models-v2',
    client: 'LexModelsV2Client',
    prefix: 'lexv2-models',
    iam: 'lex',
    token: LOWER,
  },
  logs: { sdk: 'cloudwatch-logs', client: 'CloudWatchLogsClient', prefix: 'logs', token: LOWER },
  lookoutEquipment: {
    sdk: 'lookoutequipment',
    client: 'LookoutEquipmentClient',
    prefix: 'lookoutequipment',
    token: UPPER,
  },
  macie: { sdk: 'macie2', client: 'Macie2Client', prefix: 'macie2', token: LOWER },
  openSearch: {
    sdk: 'opensearch',
    client: 'OpenSearchClient',
    prefix: 'opensearch',
    iam: 'es',
    token: UPPER,
  },
  openSearchServerless: {
    sdk: 'opensearchserverless',
    client: 'OpenSearchServerlessClient',
    prefix: 'opensearchserverless',
    iam: 'aoss',
    token: LOWER,
  },
  organizations: {
    sdk: 'organizations',
    client: 'OrganizationsClient',
    prefix: 'organizations',
    token: UPPER,
  },
  personalize: { sdk: 'personalize', client: 'PersonalizeClient', prefix: 'personalize', token: LOWER },
  qBusiness: { sdk: 'qbusiness', client: 'QBusinessClient', prefix: 'qbusiness', token: LOWER },
  qConnect: { sdk: 'qconnect', client: 'QConnectClient', prefix: 'qconnect', iam: 'wisdom', token: LOWER },
  rekognition: { sdk: 'rekognition', client: 'RekognitionClient', prefix: 'rekognition', token: UPPER },
  s3: {
    sdk: 's3',
    client: 'S3Client',
    prefix: 's3',
    token: ['ContinuationToken', 'ContinuationToken'],
  },
  s3Control: { sdk: 's3-control', client: 'S3ControlClient', prefix: 's3control', iam: 's3', token: UPPER },
  s3Vectors: { sdk: 's3vectors', client: 'S3VectorsClient', prefix: 's3vectors', token: LOWER },
  sagemaker: { sdk: 'sagemaker', client: 'SageMakerClient', prefix: 'sagemaker', token: UPPER },
  serviceQuotas: {
    sdk: 'service-quotas',
    client: 'ServiceQuotasClient',
    prefix: 'service-quotas',
    iam: 'servicequotas',
    token: UPPER,
  },
  stepFunctions: { sdk: 'sfn', client: 'SFNClient', prefix: 'stepfunctions', iam: 'states', token: LOWER },
  sts: { sdk: 'sts', client: 'STSClient', prefix: 'sts', token: UPPER },
  tagging: {
    sdk: 'resource-groups-tagging-api',
    client: 'ResourceGroupsTaggingAPIClient',
    prefix: 'tag',
    token: ['PaginationToken', 'PaginationToken'],
  },
  textract: { sdk: 'textract', client: 'TextractClient', prefix: 'textract', token: UPPER },
  transcribe: { sdk: 'transcribe', client: 'TranscribeClient', prefix: 'transcribe', token: UPPER },
  translate: { sdk: 'translate', client: 'TranslateClient', prefix: 'translate', token: UPPER },
  waf: { sdk: 'wafv2', client: 'WAFV2Client', prefix: 'wafv2', token: ['NextMarker', 'NextMarker'] },
} as const satisfies Readonly<Record<string, Api>>;

export type ApiName = keyof typeof apis;

/** The API whose operations' ids begin so. */
export function apiOf(prefix: string): Api | undefined {
  return Object.values<Api>(apis).find((api) => api.prefix === prefix);
}
