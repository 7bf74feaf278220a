import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { indexEndpoint } from '#shared/assets/gcp/vertex-search.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';
import { resource } from '../fixes.ts';
import { isOff } from '../predicates.ts';

export default check(indexEndpoint, {
  title: 'Deployed indexes write access logs',
  severity: 'low',
  applies: not(field('deployedIndexes').isEmpty()),
  fails: some('deployedIndexes', isOff('enableAccessLogging'), { absentIsEmpty: PROTO_JSON }),
  why: 'Without a line per search neither a flood of them nor their source can be seen.',
  fix: {
    console: 'Deploy the index again with access logging on.',
    cli: 'gcloud ai index-endpoints deploy-index ENDPOINT --region=REGION --index=INDEX --deployed-index-id=… --display-name=… --enable-access-logging',
    terraform: resource('google_vertex_ai_index_endpoint_deployed_index', 'enable_access_logging = true'),
  },
  source:
    'google.cloud.aiplatform.v1.DeployedIndex.enable_access_logging: “If true, private endpoint’s access logs are sent to Cloud Logging”',
  frameworks: { 'mitre-atlas': ['AML.T0034', 'AML.T0085.000'], 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [{ deployedIndexes: [{ enableAccessLogging: true }] }],
    fail: [{ deployedIndexes: [{ enableAccessLogging: true }, { id: 'b' }] }],
    unknown: [{ deployedIndexes: [{ enableAccessLogging: 'true' }] }],
    notApplicable: [{}],
  },
});
