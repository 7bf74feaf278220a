import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { indexEndpoint } from '#shared/assets/gcp/vertex-search.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';
import { provisioned } from '../fixes.ts';

const command =
  'gcloud ai index-endpoints deploy-index ENDPOINT --region=REGION --index=INDEX --deployed-index-id=… --display-name=… --allowed-issuers=search@PROJECT.iam.gserviceaccount.com --audiences=…';

const peered = (...deployedIndexes: object[]) => ({
  network: 'projects/123456789012/global/networks/ml',
  deployedIndexes: deployedIndexes.map((deployed) => ({ ...deployed })),
});

const issuers = (...allowedIssuers: string[]) => ({
  deployedIndexAuthConfig: { authProvider: { allowedIssuers } },
});

export default check(indexEndpoint, {
  title: 'Indexes deployed in a peered network ask who is searching',
  severity: 'medium',
  applies: all(not(field('network').isEmpty()), not(field('deployedIndexes').isEmpty())),
  fails: some('deployedIndexes', field('deployedIndexAuthConfig.authProvider.allowedIssuers').isEmpty(), {
    absentIsEmpty: PROTO_JSON,
  }),
  why: 'In the peered network no token is asked for: every machine there, and whoever is on one, can search everything.',
  fix: {
    console: 'Deploy the index again with JWT authentication, and move callers over.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.DeployedIndex.deployed_index_auth_config: “If set, the authentication is enabled for the private endpoint”',
  frameworks: { 'mitre-atlas': ['AML.T0085.000'], 'owasp-llm-2026': ['LLM09:2026'] },
  examples: {
    pass: [peered(issuers('search@acme-ml.iam.gserviceaccount.com'))],
    fail: [
      peered(issuers('search@acme-ml.iam.gserviceaccount.com'), {}),
      peered({ deployedIndexAuthConfig: {} }),
    ],
    unknown: [peered({ deployedIndexAuthConfig: { authProvider: { allowedIssuers: 'all' } } })],
    notApplicable: [{}, { publicEndpointEnabled: true, deployedIndexes: [{}] }],
  },
});
