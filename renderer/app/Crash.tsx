import { Button } from '@mantine/core';
import { Component, type ReactNode, useState } from 'react';
import { Plain } from './Plain.tsx';
import { useText } from './page-context.ts';

/** Short and stable enough to read out on the telephone; never personal data, which errors must not carry. */
function codeOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, 300);
}

/** A bug met the screen: what is safe, what to do, and a code to copy. */
export function Crash({ error }: { readonly error: unknown }) {
  const { shell } = useText();
  const [copied, setCopied] = useState(false);
  const code = codeOf(error);
  return (
    <Plain title={shell.crashTitle} alert>
      <p>{shell.crashSafe}</p>
      <p>{shell.crashDo}</p>
      <p className="code">{code}</p>
      <div>
        <Button onClick={() => location.reload()}>{shell.reload}</Button>{' '}
        <Button
          variant="default"
          onClick={() => {
            void navigator.clipboard.writeText(code).then(() => setCopied(true));
          }}
        >
          {copied ? shell.copied : shell.copy}
        </Button>
      </div>
    </Plain>
  );
}

/** Catches what breaks while drawing, so that no clerk ever sees an empty page. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <Crash error={this.state.error} />;
  }
}
