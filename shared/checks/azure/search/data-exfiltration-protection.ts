import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services export no data',
  severity: 'low',
  fails: field('properties.dataExfiltrationProtections').isEmpty(),
  why: 'A skillset may write what it read, or send it to any address: whoever can edit one can carry the indexed data out.',
  fix: {
    console: 'It is set by the management API alone: see the command.',
    cli: 'az resource update --ids <service id> --api-version 2025-05-01 --set properties.dataExfiltrationProtections=\'["BlockAll"]\'',
    bicep: "properties: { dataExfiltrationProtections: ['BlockAll'] }",
  },
  source: 'SearchService.dataExfiltrationProtections of @azure/arm-search: what is explicitly disallowed',
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0085.000'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [{ properties: { dataExfiltrationProtections: ['BlockAll'] } }],
    fail: [{ properties: {} }, { properties: { dataExfiltrationProtections: [] } }],
    unknown: [{ properties: { dataExfiltrationProtections: ['UnheardOf'] } }],
  },
});
