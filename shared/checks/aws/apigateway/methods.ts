import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

/** A method of an API with its place in the config. */
export interface PlacedMethod {
  readonly path: string;
  readonly method: JsonObject;
  readonly uri: string;
}

/** The methods that lead to a function or to an AI service. */
export const methodsOf = (resources: Json | undefined): PlacedMethod[] =>
  (Array.isArray(resources) ? resources : []).flatMap((resource, index) => {
    const methods = isObject(resource) ? resource['resourceMethods'] : undefined;
    return Object.entries(isObject(methods) ? methods : {}).flatMap(([verb, method]) => {
      if (!isObject(method)) return [];
      const integration = method['methodIntegration'];
      const uri = isObject(integration) ? String(integration['uri'] ?? '') : '';
      return [{ path: `resources[${index}].resourceMethods.${verb}`, method, uri }];
    });
  });

/** Whether API Gateway hands the request straight to a model. */
export const invokesModel = ({ uri }: PlacedMethod): boolean =>
  /:(?:bedrock|bedrock-runtime|bedrock-agent-runtime|runtime\.sagemaker|sagemaker):/.test(uri);

export const evidenceOf = (wrong: readonly PlacedMethod[], of: number, expected: string): Evidence[] =>
  wrong.length === 0
    ? [{ path: 'resources', state: 'read', found: `none of ${of} methods`, expected }]
    : wrong.map(({ path, method }) => ({ path, state: 'read', found: method, expected }));
