import type { Operation } from '../../operation.ts';
import type { Dossier, TimelineEntry } from '../dossier.ts';

/** The step an operation leaves in a dossier's timeline. */
export const timelineEntry = (operation: Operation, text?: string): TimelineEntry => ({
  operation: operation.id,
  type: operation.type,
  at: operation.at,
  clerk: operation.clerk,
  ...(text ? { text } : {}),
});

/** The dossier one version further, with the operation's step appended. */
export const advanced = (
  entity: Dossier,
  operation: Operation,
  change: Partial<Dossier>,
  text?: string,
): Dossier => ({
  ...entity,
  ...change,
  version: entity.version + 1,
  timeline: [...entity.timeline, timelineEntry(operation, text)],
});
