import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

const ABSENT = 'SearchService of @azure/arm-search: the list is optional';

export default check(searchService, {
  title: 'Private links of AI Search services to their data are approved',
  severity: 'low',
  applies: some('properties.sharedPrivateLinkResources', field('properties').isPresent(), {
    absentIsEmpty: ABSENT,
  }),
  fails: some('properties.sharedPrivateLinkResources', field('properties.status').isNot('Approved'), {
    absentIsEmpty: ABSENT,
  }),
  why: 'A link that the owner of the data has not approved, or has taken back, carries nothing: the indexer fails, or the data stays open to public networks for its sake.',
  fix: {
    console:
      'On the resource that holds the data, Networking › Private endpoint connections: approve the link.',
    cli: 'az network private-endpoint-connection approve --id <connection id>',
    bicep: '// the connection is approved on the side of the data, not of the search service',
  },
  source: 'SharedPrivateLinkResourceProperties.status of @azure/arm-search',
  frameworks: { 'mitre-atlas': ['AML.T0036'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [{ properties: { sharedPrivateLinkResources: [{ properties: { status: 'Approved' } }] } }],
    fail: [
      {
        properties: {
          sharedPrivateLinkResources: [
            { properties: { status: 'Approved' } },
            { properties: { status: 'Disconnected' } },
          ],
        },
      },
    ],
    unknown: [{ properties: { sharedPrivateLinkResources: [{ properties: { groupId: 'blob' } }] } }],
    notApplicable: [{ properties: {} }, { properties: { sharedPrivateLinkResources: [] } }],
  },
});
