import { describe, expect, it } from 'vitest';
import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';

const LAB = '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/lab';

const causeOf = (name: string, properties: object, workspace = LAB) =>
  mlJob.recurs?.cause({ id: `${workspace}/jobs/${name}`, name, properties: { ...properties } });

describe('jobs that are runs of the same', () => {
  it('have the same display name in the same experiment of a workspace', () => {
    const first = causeOf('a1', { experimentName: 'churn', displayName: 'train' });
    expect(first).toBeDefined();
    expect(causeOf('a2', { experimentName: 'churn', displayName: 'train' })).toBe(first);
    expect(causeOf('a2', { experimentName: 'churn', displayName: 'score' })).not.toBe(first);
    expect(causeOf('a2', { experimentName: 'pricing', displayName: 'train' })).not.toBe(first);
    expect(
      causeOf('a2', { experimentName: 'churn', displayName: 'train' }, LAB.replace('lab', 'vault')),
    ).not.toBe(first);
  });

  it('were made by one schedule, which adds the time to the name', () => {
    const properties = (displayName: string) => ({ experimentName: 'features', displayName });
    expect(causeOf('b1', properties('every-night-20261120T000000Z'))).toBe(
      causeOf('b2', properties('every-night-20261119T000000Z')),
    );
    expect(causeOf('b1', properties('every-night-20261120T000000Z'))).not.toBe(
      causeOf('b2', properties('every-week-20261119T000000Z')),
    );
  });

  it('are those of one experiment where none has a display name of its own', () => {
    const first = causeOf('brave_owl', { experimentName: 'churn', displayName: 'brave_owl' });
    expect(first).toBeDefined();
    expect(causeOf('calm_fox', { experimentName: 'churn', displayName: 'Calm_Fox' })).toBe(first);
    expect(causeOf('calm_fox', { experimentName: 'churn' })).toBe(first);
    expect(causeOf('calm_fox', { experimentName: 'churn', displayName: 'train' })).not.toBe(first);
  });

  it('cannot be told where the experiment is not known', () => {
    expect(causeOf('a1', { displayName: 'train' })).toBeUndefined();
    expect(mlJob.recurs?.cause({ name: 'a1', properties: { experimentName: 'churn' } })).toBeUndefined();
  });
});
