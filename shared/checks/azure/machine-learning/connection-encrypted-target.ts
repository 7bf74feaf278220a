import { mlConnection } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { CONNECTIONS_PAGE } from './connections.ts';

const to = (target: string | number) => ({ properties: { authType: 'ApiKey', target } });

export default check(mlConnection, {
  title: 'Connections of Machine Learning workspaces reach their targets over an encrypted connection',
  severity: 'medium',
  fails: field('properties.target')
    .absentIs(null, 'WorkspaceConnectionPropertiesV2.target of @azure/arm-machinelearning is optional')
    .matches(/^http:\/\//i),
  why: 'Whoever sits on the way reads the key and every question, and answers in the place of the target.',
  fix: {
    console: 'Settings › Connections: create the connection anew with an address that begins with https.',
    cli: 'az ml connection create --file connection.yml   # with target: https://…',
    bicep: "properties: { target: 'https://…' }",
  },
  source: CONNECTIONS_PAGE,
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0066'] },
  examples: {
    pass: [to('https://search.example.com'), to('registry.example.com'), { properties: {} }],
    fail: [to('http://search.example.com')],
    unknown: [{}, to(7)],
  },
});
