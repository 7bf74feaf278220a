import { raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { all, any, field, none, type Predicate, related } from '#shared/model/predicate.ts';
import { HARMS } from './harms.ts';

/**
 * The content filter has nothing for some kind of harm on one side of the conversation. One that is there and is off
 * is another question, so that it is not asked twice.
 */
export const lacksHarmFilterOn = (side: 'Prompt' | 'Completion'): Predicate =>
  related(
    'guarded-by',
    raiPolicy,
    any(
      ...HARMS.map((harm) =>
        none('properties.contentFilters', all(field('name').is(harm), field('source').is(side))),
      ),
    ),
  );
