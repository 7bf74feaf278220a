import type { CheckDeclaration } from '#shared/model/check.ts';
import { field, none, type Predicate } from '#shared/model/predicate.ts';

/** No private endpoint was approved. `absentList` says why a resource without the list has none. */
export const lacksApprovedEndpoint = (absentList: string): Predicate =>
  none(
    'properties.privateEndpointConnections',
    field('properties.privateLinkServiceConnectionState.status').is('Approved'),
    { absentIsEmpty: absentList },
  );

const withConnection = (status: string | number) => ({
  properties: {
    privateEndpointConnections: [{ properties: { privateLinkServiceConnectionState: { status } } }],
  },
});

export const endpointExamples: CheckDeclaration['examples'] = {
  pass: [withConnection('Approved')],
  fail: [{ properties: {} }, { properties: { privateEndpointConnections: [] } }, withConnection('Pending')],
  unknown: [{}, withConnection(7)],
};
