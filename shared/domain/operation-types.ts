import type { dossierPayloads } from './dossier/payloads.ts';

/** Names of all operation types; split from `operation.ts` so that entity types can name them without a cycle. */
export type OperationType = keyof typeof dossierPayloads;
