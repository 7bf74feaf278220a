import { isObject, type JsonObject } from '#shared/model/json.ts';

/**
 * Kinds of accounts that are one finished service each, and have neither deployments nor content filters,
 * connections or projects: those that `az cognitiveservices account list-kinds` names besides OpenAI, AIServices and
 * what bundles several services. https://learn.microsoft.com/cli/azure/cognitiveservices/account
 */
const ONE_SERVICE_EACH = new Set(
  [
    'AnomalyDetector',
    'Bing.Autosuggest.v7',
    'Bing.CustomSearch',
    'Bing.EntitySearch',
    'Bing.Search.v7',
    'Bing.SpellCheck.v7',
    'ComputerVision',
    'ContentModerator',
    'ContentSafety',
    'ConversationalLanguageUnderstanding',
    'CustomVision.Prediction',
    'CustomVision.Training',
    'Face',
    'FormRecognizer',
    'HealthInsights',
    'ImmersiveReader',
    'LUIS',
    'LUIS.Authoring',
    'MetricsAdvisor',
    'Personalizer',
    'QnAMaker',
    'QnAMaker.v2',
    'SpeechServices',
    'SpeechTranslation',
    'TextAnalytics',
    'TextTranslation',
    'VideoIndexer',
  ].map((kind) => kind.toLowerCase()),
);

/** Whether models may be deployed in the account. A kind that nobody has heard of may have some. */
export const servesModels = ({ kind }: JsonObject): boolean =>
  typeof kind !== 'string' || !ONE_SERVICE_EACH.has(kind.toLowerCase());

/**
 * Whether the account may hold Foundry projects: recorded accounts of kind OpenAI say
 * `allowProjectManagement: false`, and the property is newer than the first accounts of kind AIServices.
 */
export const holdsProjects = ({ kind, properties }: JsonObject): boolean =>
  (typeof kind === 'string' && kind.toLowerCase() === 'aiservices') ||
  (isObject(properties) && properties['allowProjectManagement'] === true);
