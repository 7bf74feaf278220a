import { isObject, type Json } from '#shared/model/json.ts';
import type { InlinePolicy, PolicyWithDocument } from './authorization.ts';

/** The prefixes of the actions of AI services. */
const AI_ACTION =
  /^(?:sagemaker(?:-[a-z-]+)?|bedrock(?:-agentcore|-mantle)?|comprehend|rekognition|textract|transcribe|kendra|personalize|forecast|lex|qbusiness|wisdom|aws-marketplace):(.*)$/i;

/** What only looks: policies of AWS that let people look at everything name these of every service. */
const LOOKS = /^(?:Get|List|Describe|Search|BatchGet|BatchDescribe|View)/i;

/** Of the marketplace only what buys models. */
const BUYS = /^(?:\*|Subscribe|Unsubscribe)/i;

/** Services of which it is asked when somebody last used them. */
const ASKED_FOR = /^(sagemaker|bedrock|bedrock-agentcore):/i;

/**
 * Whether a policy names an action of an AI service and does more with it than look. `*` names nothing: who may
 * do everything is an administrator, and not for that a part of the AI estate.
 */
export const actsOnAi = (policies: readonly (InlinePolicy | PolicyWithDocument)[]): boolean =>
  actionsIn(policies).some((action) => {
    const verb = AI_ACTION.exec(action)?.[1];
    if (verb === undefined) return false;
    return /^aws-marketplace:/i.test(action) ? BUYS.test(verb) : !LOOKS.test(verb);
  });

/** Whether an action, or a pattern of some, is of an AI service: also where it only looks, as at a credential. */
export const isOfAiService = (action: string): boolean => AI_ACTION.test(action);

/** The namespaces of AI services that the policies name. */
export const aiNamespaces = (policies: readonly (InlinePolicy | PolicyWithDocument)[]): ReadonlySet<string> =>
  new Set(
    actionsIn(policies).flatMap((action) => {
      const namespace = ASKED_FOR.exec(action)?.[1];
      return namespace === undefined ? [] : [namespace.toLowerCase()];
    }),
  );

function actionsIn(policies: readonly (InlinePolicy | PolicyWithDocument)[]): string[] {
  return policies.flatMap((policy) => {
    const document =
      'PolicyDocument' in policy ? policy.PolicyDocument : (policy as PolicyWithDocument).Document;
    if (!isObject(document)) return [];
    return [document['Statement']]
      .flat()
      .flatMap((statement) =>
        isObject(statement) && statement['Effect'] === 'Allow' ? textsOf(statement['Action']) : [],
      );
  });
}

const textsOf = (value: Json | undefined): string[] =>
  [value].flat().filter((text) => typeof text === 'string');
