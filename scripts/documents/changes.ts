import { changeEvents, connectors } from '#connectors/index.ts';
import { table } from './markdown.ts';

/** After which CloudTrail events one asset of which type is read again, and where no event tells of a change. */
export function changes(): string {
  const silent = connectors.aws.flatMap(({ assetType, withoutEvents = {} }) =>
    Object.entries(withoutEvents).map(([change, reason]) => [assetType.id, change, reason]),
  );
  return `# Changes in AWS that lead to a rescan

CloudTrail management events, and the types of which the asset that they name is read again. The EventBridge rules of
the fleet are made from this table.

${table(
  ['Source', 'Event', 'Asset types'],
  changeEvents.map(({ eventSource, eventName, assetTypes }) => [
    eventSource,
    `\`${eventName}\``,
    assetTypes.join(', '),
  ]),
)}
## Where no event tells

These wait for the next scheduled scan.

${table(['Asset type', 'Change', 'Why'], silent)}`;
}
