import { allOf, anyIn, type Need, oneOf, permission } from '../technique.ts';
import { passTo } from './pass-role.ts';

interface Operation {
  readonly operation: string;
  /** The resources on which a policy has to allow it, as in {@link anyIn}; `*` where it knows none. */
  readonly on: string;
}

/** An operation that is given a role, under which the service then works. */
export interface RoleTaking extends Operation {
  /** `code`: what the caller brings is run as the role. `data`: the service reads and writes for the caller. */
  readonly runs: 'code' | 'data';
  /** What more it takes before the role is at work. */
  readonly followedBy: readonly Operation[];
}

const inAccount = (service: string, resource: string) => `arn:aws:${service}:*:{account}:${resource}`;

const code = (operation: string, on: string, ...followedBy: Operation[]): RoleTaking => ({
  operation,
  on,
  runs: 'code',
  followedBy,
});

const data = (operation: string, on: string, ...followedBy: Operation[]): RoleTaking => ({
  ...code(operation, on, ...followedBy),
  runs: 'data',
});

/** By the service that assumes the role. */
export type RoleTakingService = keyof typeof ROLE_TAKING;

/**
 * Every operation of the AI services with a role among its inputs.
 * Sources: the input types of the `@aws-sdk` clients; the resources in the Service Authorization Reference.
 */
export const ROLE_TAKING = {
  'sagemaker.amazonaws.com': [
    data('sagemaker:CreateAIBenchmarkJob', inAccount('sagemaker', 'ai-benchmark-job/*')),
    data('sagemaker:CreateAIRecommendationJob', inAccount('sagemaker', 'ai-recommendation-job/*')),
    code('sagemaker:CreateAlgorithm', inAccount('sagemaker', 'algorithm/*')),
    data('sagemaker:CreateAutoMLJob', inAccount('sagemaker', 'automl-job/*')),
    data('sagemaker:CreateAutoMLJobV2', inAccount('sagemaker', 'automl-job/*')),
    code('sagemaker:CreateCluster', inAccount('sagemaker', 'cluster/*')),
    data('sagemaker:CreateCompilationJob', inAccount('sagemaker', 'compilation-job/*')),
    data('sagemaker:CreateDataQualityJobDefinition', inAccount('sagemaker', 'data-quality-job-definition/*')),
    data('sagemaker:CreateDeviceFleet', inAccount('sagemaker', 'device-fleet/*')),
    code(
      'sagemaker:CreateDomain',
      inAccount('sagemaker', 'domain/*'),
      { operation: 'sagemaker:CreateUserProfile', on: inAccount('sagemaker', 'user-profile/*') },
      { operation: 'sagemaker:CreatePresignedDomainUrl', on: inAccount('sagemaker', 'user-profile/*') },
    ),
    data('sagemaker:CreateEdgePackagingJob', inAccount('sagemaker', 'edge-packaging-job/*')),
    data('sagemaker:CreateEndpointConfig', inAccount('sagemaker', 'endpoint-config/*')),
    data('sagemaker:CreateFeatureGroup', inAccount('sagemaker', 'feature-group/*')),
    data('sagemaker:CreateFlowDefinition', inAccount('sagemaker', 'flow-definition/*')),
    code('sagemaker:CreateHyperParameterTuningJob', inAccount('sagemaker', 'hyper-parameter-tuning-job/*')),
    data('sagemaker:CreateImage', inAccount('sagemaker', 'image/*')),
    data('sagemaker:CreateInferenceExperiment', inAccount('sagemaker', 'inference-experiment/*')),
    data(
      'sagemaker:CreateInferenceRecommendationsJob',
      inAccount('sagemaker', 'inference-recommendations-job/*'),
    ),
    data('sagemaker:CreateJob', inAccount('sagemaker', 'job/*/*')),
    data('sagemaker:CreateLabelingJob', inAccount('sagemaker', 'labeling-job/*')),
    data('sagemaker:CreateMlflowApp', inAccount('sagemaker', 'mlflow-app/*')),
    data('sagemaker:CreateMlflowTrackingServer', inAccount('sagemaker', 'mlflow-tracking-server/*')),
    data('sagemaker:CreateModelBiasJobDefinition', inAccount('sagemaker', 'model-bias-job-definition/*')),
    code(
      'sagemaker:CreateModel',
      inAccount('sagemaker', 'model/*'),
      { operation: 'sagemaker:CreateEndpointConfig', on: inAccount('sagemaker', 'endpoint-config/*') },
      { operation: 'sagemaker:CreateEndpoint', on: inAccount('sagemaker', 'endpoint/*') },
    ),
    data(
      'sagemaker:CreateModelExplainabilityJobDefinition',
      inAccount('sagemaker', 'model-explainability-job-definition/*'),
    ),
    code('sagemaker:CreateModelPackage', '*'),
    data(
      'sagemaker:CreateModelQualityJobDefinition',
      inAccount('sagemaker', 'model-quality-job-definition/*'),
    ),
    code('sagemaker:CreateMonitoringSchedule', inAccount('sagemaker', 'monitoring-schedule/*')),
    code('sagemaker:CreateNotebookInstance', inAccount('sagemaker', 'notebook-instance/*'), {
      operation: 'sagemaker:CreatePresignedNotebookInstanceUrl',
      on: inAccount('sagemaker', 'notebook-instance/*'),
    }),
    data('sagemaker:CreateOptimizationJob', inAccount('sagemaker', 'optimization-job/*')),
    data('sagemaker:CreatePartnerApp', inAccount('sagemaker', 'partner-app/*')),
    code('sagemaker:CreatePipeline', inAccount('sagemaker', 'pipeline/*'), {
      operation: 'sagemaker:StartPipelineExecution',
      on: inAccount('sagemaker', 'pipeline/*'),
    }),
    code('sagemaker:CreateProcessingJob', inAccount('sagemaker', 'processing-job/*')),
    data('sagemaker:CreateProject', inAccount('sagemaker', 'project/*')),
    code('sagemaker:CreateTrainingJob', inAccount('sagemaker', 'training-job/*')),
    code('sagemaker:CreateUserProfile', inAccount('sagemaker', 'user-profile/*/*'), {
      operation: 'sagemaker:CreatePresignedDomainUrl',
      on: inAccount('sagemaker', 'user-profile/*'),
    }),
    data('sagemaker:RenderUiTemplate', '*'),
    code('sagemaker:UpdateCluster', inAccount('sagemaker', 'cluster/*')),
    data('sagemaker:UpdateDeviceFleet', inAccount('sagemaker', 'device-fleet/*')),
    code(
      'sagemaker:UpdateDomain',
      inAccount('sagemaker', 'domain/*'),
      { operation: 'sagemaker:CreateUserProfile', on: inAccount('sagemaker', 'user-profile/*') },
      { operation: 'sagemaker:CreatePresignedDomainUrl', on: inAccount('sagemaker', 'user-profile/*') },
    ),
    data('sagemaker:UpdateImage', inAccount('sagemaker', 'image/*')),
    code('sagemaker:UpdateMonitoringSchedule', inAccount('sagemaker', 'monitoring-schedule/*')),
    code('sagemaker:UpdateNotebookInstance', inAccount('sagemaker', 'notebook-instance/*'), {
      operation: 'sagemaker:CreatePresignedNotebookInstanceUrl',
      on: inAccount('sagemaker', 'notebook-instance/*'),
    }),
    code('sagemaker:UpdatePipeline', inAccount('sagemaker', 'pipeline/*'), {
      operation: 'sagemaker:StartPipelineExecution',
      on: inAccount('sagemaker', 'pipeline/*'),
    }),
    code('sagemaker:UpdateUserProfile', inAccount('sagemaker', 'user-profile/*/*'), {
      operation: 'sagemaker:CreatePresignedDomainUrl',
      on: inAccount('sagemaker', 'user-profile/*'),
    }),
  ],
  'bedrock.amazonaws.com': [
    data('bedrock:CreateCustomModel', '*'),
    data('bedrock:CreateEvaluationJob', 'arn:aws:bedrock:*::foundation-model/*'),
    data('bedrock:CreateMarketplaceModelEndpoint', '*'),
    data('bedrock:CreateModelCustomizationJob', 'arn:aws:bedrock:*::foundation-model/*'),
    data('bedrock:CreateModelImportJob', '*'),
    data('bedrock:CreateModelInvocationJob', inAccount('bedrock', 'model-invocation-job/*')),
    data('bedrock:PutModelInvocationLoggingConfiguration', '*'),
    data(
      'bedrock:UpdateMarketplaceModelEndpoint',
      inAccount('bedrock', 'marketplace/model-endpoint/all-access'),
    ),
    data('bedrock:CreateAgent', '*'),
    data('bedrock:CreateFlow', '*', { operation: 'bedrock:InvokeFlow', on: inAccount('bedrock', 'flow/*') }),
    data('bedrock:CreateKnowledgeBase', '*'),
    data('bedrock:UpdateAgent', inAccount('bedrock', 'agent/*')),
    data('bedrock:UpdateFlow', inAccount('bedrock', 'flow/*'), {
      operation: 'bedrock:InvokeFlow',
      on: inAccount('bedrock', 'flow/*'),
    }),
    data('bedrock:UpdateKnowledgeBase', inAccount('bedrock', 'knowledge-base/*')),
  ],
  'bedrock-agentcore.amazonaws.com': [
    code('bedrock-agentcore:CreateAgentRuntime', '*', {
      operation: 'bedrock-agentcore:InvokeAgentRuntime',
      on: inAccount('bedrock-agentcore', 'runtime/*'),
    }),
    code(
      'bedrock-agentcore:CreateBrowser',
      '*',
      {
        operation: 'bedrock-agentcore:StartBrowserSession',
        on: inAccount('bedrock-agentcore', 'browser-custom/*'),
      },
      { operation: 'bedrock-agentcore:ConnectBrowserAutomationStream', on: '*' },
    ),
    data('bedrock-agentcore:CreateCapacityProvider', '*'),
    code(
      'bedrock-agentcore:CreateCodeInterpreter',
      '*',
      {
        operation: 'bedrock-agentcore:StartCodeInterpreterSession',
        on: inAccount('bedrock-agentcore', 'code-interpreter-custom/*'),
      },
      {
        operation: 'bedrock-agentcore:InvokeCodeInterpreter',
        on: inAccount('bedrock-agentcore', 'code-interpreter-custom/*'),
      },
    ),
    data('bedrock-agentcore:CreateConsentPortal', inAccount('bedrock-agentcore', 'consent-portal/*')),
    data('bedrock-agentcore:CreateGateway', '*'),
    code('bedrock-agentcore:CreateHarness', '*', {
      operation: 'bedrock-agentcore:InvokeHarness',
      on: inAccount('bedrock-agentcore', 'harness/*'),
    }),
    data('bedrock-agentcore:CreateMemory', '*'),
    data('bedrock-agentcore:CreateOnlineEvaluationConfig', '*'),
    data('bedrock-agentcore:CreatePaymentManager', '*'),
    data('bedrock-agentcore:CreateRegistryRecord', inAccount('bedrock-agentcore', 'registry/*')),
    code('bedrock-agentcore:UpdateAgentRuntime', inAccount('bedrock-agentcore', 'runtime/*'), {
      operation: 'bedrock-agentcore:InvokeAgentRuntime',
      on: inAccount('bedrock-agentcore', 'runtime/*'),
    }),
    data('bedrock-agentcore:UpdateConsentPortal', inAccount('bedrock-agentcore', 'consent-portal/*')),
    data('bedrock-agentcore:UpdateGateway', inAccount('bedrock-agentcore', 'gateway/*')),
    code('bedrock-agentcore:UpdateHarness', inAccount('bedrock-agentcore', 'harness/*'), {
      operation: 'bedrock-agentcore:InvokeHarness',
      on: inAccount('bedrock-agentcore', 'harness/*'),
    }),
    data('bedrock-agentcore:UpdateMemory', inAccount('bedrock-agentcore', 'memory/*')),
    data(
      'bedrock-agentcore:UpdateOnlineEvaluationConfig',
      inAccount('bedrock-agentcore', 'online-evaluation-config/*'),
    ),
    data('bedrock-agentcore:UpdatePaymentManager', inAccount('bedrock-agentcore', 'payment-manager/*')),
    data('bedrock-agentcore:UpdateRegistryRecord', inAccount('bedrock-agentcore', 'registry/*/record/*')),
    data('bedrock-agentcore:CreateABTest', '*'),
    data('bedrock-agentcore:UpdateABTest', inAccount('bedrock-agentcore', 'ab-test/*')),
  ],
  'comprehend.amazonaws.com': [
    data('comprehend:CreateDocumentClassifier', inAccount('comprehend', 'document-classifier/*')),
    data('comprehend:CreateEndpoint', inAccount('comprehend', 'document-classifier/*')),
    data('comprehend:CreateEntityRecognizer', inAccount('comprehend', 'entity-recognizer/*')),
    data('comprehend:CreateFlywheel', inAccount('comprehend', 'flywheel/*')),
    data('comprehend:ImportModel', inAccount('comprehend', 'document-classifier/*')),
    data(
      'comprehend:StartDocumentClassificationJob',
      inAccount('comprehend', 'document-classification-job/*'),
    ),
    data(
      'comprehend:StartDominantLanguageDetectionJob',
      inAccount('comprehend', 'dominant-language-detection-job/*'),
    ),
    data('comprehend:StartEntitiesDetectionJob', inAccount('comprehend', 'entities-detection-job/*')),
    data('comprehend:StartEventsDetectionJob', inAccount('comprehend', 'events-detection-job/*')),
    data('comprehend:StartKeyPhrasesDetectionJob', inAccount('comprehend', 'key-phrases-detection-job/*')),
    data('comprehend:StartPiiEntitiesDetectionJob', inAccount('comprehend', 'pii-entities-detection-job/*')),
    data('comprehend:StartSentimentDetectionJob', inAccount('comprehend', 'sentiment-detection-job/*')),
    data(
      'comprehend:StartTargetedSentimentDetectionJob',
      inAccount('comprehend', 'targeted-sentiment-detection-job/*'),
    ),
    data('comprehend:StartTopicsDetectionJob', inAccount('comprehend', 'topics-detection-job/*')),
    data('comprehend:UpdateEndpoint', inAccount('comprehend', 'document-classifier-endpoint/*')),
    data('comprehend:UpdateFlywheel', inAccount('comprehend', 'flywheel/*')),
  ],
  'kendra.amazonaws.com': [
    data('kendra:BatchPutDocument', inAccount('kendra', 'index/*')),
    data('kendra:CreateDataSource', inAccount('kendra', 'index/*')),
    data('kendra:CreateExperience', inAccount('kendra', 'index/*')),
    data('kendra:CreateFaq', inAccount('kendra', 'index/*')),
    data('kendra:CreateIndex', '*'),
    data('kendra:CreateQuerySuggestionsBlockList', inAccount('kendra', 'index/*')),
    data('kendra:CreateThesaurus', inAccount('kendra', 'index/*')),
    data('kendra:PutPrincipalMapping', inAccount('kendra', 'index/*')),
    data('kendra:UpdateDataSource', inAccount('kendra', 'index/*/data-source/*')),
    data('kendra:UpdateExperience', inAccount('kendra', 'index/*')),
    data('kendra:UpdateIndex', inAccount('kendra', 'index/*')),
    data(
      'kendra:UpdateQuerySuggestionsBlockList',
      inAccount('kendra', 'index/*/query-suggestions-block-list/*'),
    ),
    data('kendra:UpdateThesaurus', inAccount('kendra', 'index/*/thesaurus/*')),
  ],
  'qbusiness.amazonaws.com': [
    data('qbusiness:BatchPutDocument', inAccount('qbusiness', 'application/*')),
    data('qbusiness:CreateApplication', '*'),
    data('qbusiness:CreateDataSource', inAccount('qbusiness', 'application/*')),
    data('qbusiness:CreatePlugin', inAccount('qbusiness', 'application/*')),
    data('qbusiness:CreateRetriever', inAccount('qbusiness', 'application/*')),
    data('qbusiness:CreateWebExperience', inAccount('qbusiness', 'application/*')),
    data('qbusiness:PutGroup', inAccount('qbusiness', 'application/*')),
    data('qbusiness:UpdateApplication', inAccount('qbusiness', 'application/*')),
    data('qbusiness:UpdateDataSource', inAccount('qbusiness', 'application/*/index/*/data-source/*')),
    data('qbusiness:UpdatePlugin', inAccount('qbusiness', 'application/*/plugin/*')),
    data('qbusiness:UpdateRetriever', inAccount('qbusiness', 'application/*/retriever/*')),
    data('qbusiness:UpdateWebExperience', inAccount('qbusiness', 'application/*/web-experience/*')),
  ],
  'personalize.amazonaws.com': [
    data('personalize:CreateBatchInferenceJob', inAccount('personalize', 'batch-inference-job/*')),
    data('personalize:CreateBatchSegmentJob', inAccount('personalize', 'batch-segment-job/*')),
    data('personalize:CreateDataDeletionJob', inAccount('personalize', 'data-deletion-job/*')),
    data('personalize:CreateDatasetExportJob', inAccount('personalize', 'dataset-export-job/*')),
    data('personalize:CreateDatasetGroup', inAccount('personalize', 'dataset-group/*')),
    data('personalize:CreateDatasetImportJob', inAccount('personalize', 'dataset-import-job/*')),
    data('personalize:CreateMetricAttribution', inAccount('personalize', 'metric-attribution/*')),
    data('personalize:UpdateMetricAttribution', inAccount('personalize', 'metric-attribution/*')),
  ],
  'lexv2.amazonaws.com': [
    data('lex:CreateBot', inAccount('lex', 'bot/*')),
    data('lex:StartImport', '*'),
    data('lex:StartTestSetGeneration', '*'),
    data('lex:UpdateBot', inAccount('lex', 'bot/*')),
  ],
  'rekognition.amazonaws.com': [
    data('rekognition:CreateStreamProcessor', inAccount('rekognition', 'collection/*')),
    data('rekognition:StartCelebrityRecognition', '*'),
    data('rekognition:StartContentModeration', '*'),
    data('rekognition:StartFaceDetection', '*'),
    data('rekognition:StartFaceSearch', inAccount('rekognition', 'collection/*')),
    data('rekognition:StartLabelDetection', '*'),
    data('rekognition:StartPersonTracking', '*'),
    data('rekognition:StartSegmentDetection', '*'),
    data('rekognition:StartTextDetection', '*'),
  ],
  'transcribe.amazonaws.com': [
    data('transcribe:CreateCallAnalyticsCategory', '*'),
    data('transcribe:CreateLanguageModel', '*'),
    data('transcribe:CreateVocabulary', '*'),
    data('transcribe:CreateVocabularyFilter', '*'),
    data('transcribe:StartCallAnalyticsJob', '*'),
    data('transcribe:StartMedicalScribeJob', '*'),
    data('transcribe:StartTranscriptionJob', '*'),
    data('transcribe:UpdateCallAnalyticsCategory', inAccount('transcribe', 'analytics-category/*')),
    data('transcribe:UpdateLanguageModel', '*'),
    data('transcribe:UpdateVocabulary', inAccount('transcribe', 'vocabulary/*')),
    data('transcribe:UpdateVocabularyFilter', inAccount('transcribe', 'vocabulary-filter/*')),
  ],
  'translate.amazonaws.com': [data('translate:StartTextTranslationJob', '*')],
} satisfies Readonly<Record<string, readonly RoleTaking[]>>;

/**
 * Passing the target to the service, and one of its operations that makes it work as the role, those left out that are
 * techniques of their own.
 */
export function roleTaken(
  service: RoleTakingService,
  runs: RoleTaking['runs'],
  but: readonly string[] = [],
): [Need, Need] {
  const operations: readonly RoleTaking[] = ROLE_TAKING[service];
  return [
    passTo(service),
    oneOf(
      ...operations
        .filter((taking) => taking.runs === runs && !but.includes(taking.operation))
        .map(({ operation, on, followedBy }) => allOf(...[{ operation, on }, ...followedBy].map(allowed))),
    ),
  ];
}

const allowed = ({ operation, on }: Operation): Need => permission(operation, { on: anyIn(on) });
