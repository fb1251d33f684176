type Margin = readonly [left: number, top: number, right: number, bottom: number];

interface FormStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly margin?: Margin;
  readonly width?: number | '*' | 'auto' | `${number}%`;
  readonly noWrap?: boolean;
  readonly unbreakable?: boolean;
  readonly columnGap?: number;
}

export type FormText = string | readonly (string | ({ readonly text: string } & FormStyle))[];

/** One node of a form, as pdfmake reads it. Only what the forms use. */
export type FormNode = FormStyle &
  (
    | { readonly text: FormText; readonly colSpan?: number }
    | { readonly stack: readonly FormNode[] }
    | { readonly columns: readonly FormNode[] }
    | { readonly qr: string; readonly fit: number; readonly eccLevel: 'M' }
    | { readonly canvas: readonly object[] }
    | {
        readonly table: {
          readonly headerRows?: number;
          readonly dontBreakRows?: boolean;
          readonly widths: readonly (number | '*')[];
          readonly body: readonly (readonly FormNode[])[];
        };
        readonly layout: Readonly<Record<string, () => number>>;
      }
  );

/** A whole form. `info.creationDate` is required: without it two runs would differ. */
export interface FormDefinition {
  readonly pageSize: 'A4' | 'A5';
  readonly pageMargins: Margin;
  readonly info: {
    readonly title: string;
    readonly author: string;
    readonly creator: string;
    readonly producer: string;
    readonly creationDate: Date;
  };
  readonly defaultStyle: FormStyle & { readonly font: 'Tinos' };
  readonly header?: FormNode;
  readonly footer?: (page: number, pages: number) => FormNode;
  readonly content: readonly FormNode[];
}
