import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';

/** Sealed content of a row of `dossiers`: what lists and detail need without folding again. */
export interface FoldedDossier {
  readonly dossier: Dossier;
  /** the province holds a row of it */
  readonly known: boolean;
  /** operations without a verdict, in order */
  readonly waiting: readonly string[];
  /** operations folded here that the province's row does not contain yet */
  readonly unsent: readonly string[];
  readonly attention: number;
  /** hashes the province has said it lacks */
  readonly missing: readonly string[];
}

/** Sealed content of a row of `provinceRows`. */
export interface ProvinceContent {
  readonly dossier: Dossier;
  readonly missing: readonly string[];
}

/** Sealed content of a row of `attention`. */
export interface AttentionContent {
  readonly result: 'merged' | 'conflict' | 'rejected' | 'blocked';
  readonly code: string;
  readonly operationType: string;
  readonly kept: string;
}

/** Sealed content of a row of `attachments`. */
export interface AttachmentContent {
  readonly name: string;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
}
