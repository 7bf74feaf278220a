import { foundryConnection } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { isOnForeignHost } from '../../hosts.ts';

/** Azure’s own services: which of their resources it is, the other checks of connections look at. */
const AZURE = /^\w+:\/\/[^/]*\.(?:azure\.(?:com|net)|windows\.net|azurecr\.io|microsoft\.com)(?:[:/]|$)/i;

export default check(foundryConnection, {
  title: 'Foundry connections lead outside Azure only to allowed hosts',
  severity: 'medium',
  applies: all(
    field('properties.target').matches(/^\w+:\/\//),
    not(field('properties.target').matches(AZURE)),
  ),
  fails: isOnForeignHost('properties.target'),
  why: 'What agents send there leaves your tenant, and what that host answers is read by them as if you had said it.',
  fix: {
    console:
      'Azure AI Foundry › Management centre › Connected resources: delete the connection, or name its host under governance.allowedToolHosts after you have vetted it.',
    cli: 'az rest --method delete --url <connection id>?api-version=2025-09-01',
    bicep: "properties: { target: 'https://tools.example.com', … }",
  },
  source: 'ConnectionPropertiesV2.target of @azure/arm-cognitiveservices; recorded as an https address',
  frameworks: { 'mitre-atlas': ['AML.T0010.005', 'AML.T0086'], 'owasp-agentic-2026': ['ASI04'] },
  examples: {
    pass: [
      {
        $config: { properties: { authType: 'ApiKey', target: 'https://tools.example.com/mcp' } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
    ],
    fail: [
      {
        $config: { properties: { authType: 'ApiKey', target: 'https://tools.example.net/mcp' } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
      {
        $config: { properties: { authType: 'ApiKey', target: 'https://windows.net.example.net/' } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
    ],
    unknown: [
      {
        $config: { properties: { authType: 'ApiKey' } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
    ],
    notApplicable: [
      { properties: { authType: 'ApiKey', target: 'https://tools.example.net/mcp' } },
      {
        $config: { properties: { authType: 'AAD', target: 'https://files.blob.core.windows.net/' } },
        $governance: { allowedToolHosts: ['*.example.com'] },
      },
    ],
  },
});
