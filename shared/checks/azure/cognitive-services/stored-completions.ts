import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'Azure OpenAI does not store completions',
  severity: 'low',
  applies: field('kind').isOneOf('OpenAI', 'AIServices'),
  fails: field('properties.storedCompletionsDisabled')
    .absentIs(
      false,
      'AccountProperties of @azure/arm-cognitiveservices: the flag to disable stored completions, unset in recordings',
    )
    .isNot(true),
  why: 'Any client may ask for prompts and answers to be kept for later use, outside your own retention rules.',
  fix: {
    console: 'This setting has no page in the portal: use the command line.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.storedCompletionsDisabled=true',
    bicep: 'properties: { storedCompletionsDisabled: true }',
  },
  source: 'AccountProperties.storedCompletionsDisabled of @azure/arm-cognitiveservices',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'], 'iso-42001': ['A.7.2'] },
  examples: {
    pass: [{ kind: 'OpenAI', properties: { storedCompletionsDisabled: true } }],
    fail: [
      { kind: 'OpenAI', properties: {} },
      { kind: 'AIServices', properties: { storedCompletionsDisabled: false } },
    ],
    unknown: [{ kind: 'OpenAI' }, { properties: {} }],
    notApplicable: [{ kind: 'SpeechServices', properties: {} }],
  },
});
