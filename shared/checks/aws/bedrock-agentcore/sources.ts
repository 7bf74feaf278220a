/** Where it is documented that an absent list is an empty one. */
export const NO_RETURN_URLS =
  'GetWorkloadIdentityResponse: allowedResourceOauth2ReturnUrls is the list of allowed URLs, and optional';
export const NO_HEADERS =
  'RequestHeaderConfiguration: a list of the headers that are passed through, and optional';
export const NO_TARGET_HEADERS =
  'MetadataConfiguration.allowedRequestHeaders: a list of those that are passed, and optional';
export const NO_VARIABLES = 'GetAgentRuntimeResponse: environmentVariables is optional';
export const NO_INTERCEPTORS = 'GetGatewayResponse: interceptorConfigurations is optional';
export const NO_MODELS = 'InferenceOperationConfiguration: models is optional';
export const UNION =
  'TargetConfiguration and McpTargetConfiguration are unions: a target has one kind of endpoint or another';
