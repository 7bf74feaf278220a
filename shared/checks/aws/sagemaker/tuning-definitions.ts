import { all, any, field, type Predicate, some } from '#shared/model/predicate.ts';

/** Of a tuning job: it holds for a definition of the training jobs that it starts, one or several. */
export const someDefinition = (of: (path: string) => Predicate): Predicate =>
  any(
    all(field('TrainingJobDefinition').isPresent(), of('TrainingJobDefinition.')),
    some('TrainingJobDefinitions', of(''), {
      absentIsEmpty: 'HyperParameterTuningJob: either TrainingJobDefinition or TrainingJobDefinitions',
    }),
  );
