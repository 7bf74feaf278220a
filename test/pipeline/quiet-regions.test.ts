import { expect, it } from 'vitest';
import { onStage } from '#test/estate/stage.ts';
import { storyWithForgottenRegion } from '#test/estate/story/index.ts';

it('asks rarely used services nothing in a region without AI, whatever the account has in other regions', async () => {
  const stage = await onStage(storyWithForgottenRegion);
  try {
    const notAsked = async () => {
      const { scopes } = await stage.scan();
      return scopes.flatMap(({ scope, coverage }) =>
        // Cost Explorer, which charges for each call, is asked nowhere.
        coverage.some(({ operation, outcome }) => outcome === 'not-asked' && !operation.startsWith('ce:'))
          ? [`${scope.account}/${scope.region}`]
          : [],
      );
    };
    expect(await notAsked()).toEqual(['111122223333/us-east-1']);
    expect(await notAsked()).toEqual(['111122223333/us-east-1']);
  } finally {
    await stage.close();
  }
});
