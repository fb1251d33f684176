import type { FieldSource } from './payloads.ts';

interface InputField {
  readonly text: string;
  readonly source: FieldSource;
}

/** Một giấy tờ trong lượt tiếp nhận — a paper as the clerk has ticked or typed it. */
export interface ReceptionPaper {
  readonly key: string;
  readonly name: string;
  readonly form: 'original' | 'copy' | 'presented';
  readonly required: boolean;
  readonly held: boolean;
  readonly originals: number;
  readonly copies: number;
  readonly attachments: readonly { readonly name: string }[];
  readonly typed: boolean;
  readonly reuse?: string;
}

/** lượt tiếp nhận — what a clerk has entered before F9, as plain texts. A draft of the counter fits it as it is. */
export interface ReceptionInput {
  readonly person: {
    readonly name: InputField;
    readonly personalId: InputField;
    readonly birthDate: InputField;
    readonly sex: InputField;
    readonly address: InputField;
    readonly phone: InputField;
  };
  readonly capacity: 'self' | 'representative' | 'organisation';
  readonly submitterName: string;
  readonly submitterPersonalId: string;
  readonly organisation: string;
  readonly procedureCode?: string;
  readonly papers: readonly ReceptionPaper[];
  readonly sets: number;
  readonly quantity: number;
  readonly competentAgency: string;
  readonly note: string;
}

/** When the reception happens and what the machine's clock is worth. */
export interface ReceptionMoment {
  readonly receivedAt: string;
  readonly clockTrusted: boolean;
}
