/**
 * Why an operation takes no effect. `conflict`: somebody else's act came first; `rejected`: it could never be right;
 * `blocked`: an operation it depends on did not take effect. `code` is stable and has a text in renderer/text.
 */
export interface Refusal {
  readonly kind: 'conflict' | 'rejected' | 'blocked';
  readonly code: RefusalCode;
  /** names the field, operation or state concerned; never personal data */
  readonly detail?: string;
}

export type RefusalCode =
  | 'dossier-exists'
  | 'dossier-missing'
  | 'code-taken'
  | 'code-invalid'
  | 'status-moved'
  | 'procedure-unknown'
  | 'procedure-elsewhere'
  | 'procedure-not-in-force'
  | 'secret-document'
  | 'pack-set-unknown'
  | 'clerk-unknown'
  | 'not-permitted'
  | 'dependency-refused'
  | 'signature-invalid'
  | 'malformed'
  | 'internal';
