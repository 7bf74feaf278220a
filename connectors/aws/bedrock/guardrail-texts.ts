import type { GetGuardrailResponse } from '@aws-sdk/client-bedrock';

/** What a guardrail does, without what the owner wrote for people and models to read, which decides nothing here. */
export const withoutTexts = ({ topicPolicy, wordPolicy, ...guardrail }: GetGuardrailResponse) => ({
  ...guardrail,
  description: undefined,
  blockedInputMessaging: undefined,
  blockedOutputsMessaging: undefined,
  topicPolicy: topicPolicy && {
    ...topicPolicy,
    topics: topicPolicy.topics?.map((topic) => ({ ...topic, definition: undefined, examples: undefined })),
  },
  wordPolicy: wordPolicy && {
    ...wordPolicy,
    words: wordPolicy.words?.map((word) => ({ ...word, text: undefined })),
  },
});
