import { describe, expect, it } from 'vitest';
import { awsConnectors } from '#connectors/aws/index.ts';
import type { Connector } from '#connectors/connector.ts';

const connectors: readonly Connector[] = awsConnectors;

/** Verbs by which AWS names what brings a thing about, alters it and takes it away. */
const VERBS = {
  create: /^(?:Create|Start|Put|Register|Enable|Run|Import|Add|Allocate|Associate)/,
  update:
    /^(?:Update|Put|Modify|Set|Start|Stop|Attach|Detach|Add|Remove|Prepare|Tag|Untag|Associate|Disassociate|Enable|Disable|Rotate|Cancel|Replace|Change)/,
  delete:
    /^(?:Delete|BatchDelete|Remove|Deregister|Disable|Terminate|Detach|Disassociate|Schedule|Reset|Put|Release)/,
} as const;

it('knows a custom model that was created by the answer', () => {
  const connector = connectors.find(({ assetType }) => assetType.id === 'aws.bedrock.custom-model');
  const modelArn = 'arn:aws:bedrock:eu-west-1:444455556666:custom-model/imported/abcdefghijkl';
  const affected = connector?.affected?.(
    {
      eventName: 'CreateCustomModel',
      requestParameters: { modelName: 'tuned' },
      responseElements: { modelArn },
    },
    { scope: { provider: 'aws', account: '444455556666', region: 'eu-west-1' } },
  );
  expect(affected).toBe(modelArn);
});

describe.each(connectors.map((connector) => [connector.assetType.id, connector] as const))(
  '%s',
  (_id, connector) => {
    it.each(Object.entries(VERBS))('hears of its %s, or says why not', (change, verb) => {
      const { events = [], withoutEvents = {} } = connector;
      // A setting is always there: it is neither created nor deleted.
      if (connector.isSetting && change !== 'update') return;
      const hears = events.some((name) => verb.test(name));
      const reason = Reflect.get(withoutEvents, change) as string | undefined;
      expect(hears || (reason?.length ?? 0) > 20, `${change} of ${connector.assetType.id}`).toBe(true);
      if (reason !== undefined) expect(reason.length).toBeGreaterThan(20);
    });

    it('knows which asset its events speak of', () => {
      expect(connector.events === undefined || connector.affected !== undefined).toBe(true);
    });
  },
);
