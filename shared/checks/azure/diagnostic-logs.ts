import type { CheckDeclaration } from '#shared/model/check.ts';
import { all, any, field, none, not, type Predicate, some } from '#shared/model/predicate.ts';

/** No diagnostic setting sends an enabled log anywhere. `absentLogs` says who counts a setting without logs as none. */
export const sendsNoLogs = (absentLogs: string): Predicate =>
  none(
    'diagnosticSettings',
    all(
      some('properties.logs', field('enabled').is(true), { absentIsEmpty: absentLogs }),
      any(
        not(field('properties.workspaceId').isEmpty()),
        not(field('properties.storageAccountId').isEmpty()),
        not(field('properties.eventHubAuthorizationRuleId').isEmpty()),
      ),
    ),
  );

const withSetting = (setting: { readonly [field: string]: string }, enabled: boolean) => ({
  properties: {},
  diagnosticSettings: [{ properties: { ...setting, logs: [{ categoryGroup: 'allLogs', enabled }] } }],
});

export const logExamples: CheckDeclaration['examples'] = {
  pass: [
    withSetting({ workspaceId: '/subscriptions/…' }, true),
    withSetting({ storageAccountId: '/subscriptions/…' }, true),
  ],
  fail: [
    { properties: {}, diagnosticSettings: [] },
    withSetting({ workspaceId: '/subscriptions/…' }, false),
    withSetting({ workspaceId: '' }, true),
  ],
  unknown: [
    { properties: {} },
    {
      properties: {},
      diagnosticSettings: {
        $unread: {
          operation: 'Microsoft.Insights/diagnosticSettings/list',
          outcome: 'denied',
          permission: 'Microsoft.Insights/diagnosticSettings/read',
        },
      },
    },
  ],
};
