import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core';

/** The kit in our tokens. Colours themselves are CSS variables (tokens.css), so light and dark switch in one place. */
const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  primaryColor: 'gov',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px' },
  colors: {
    gov: [
      '#e8f1fb',
      '#cfe1f5',
      '#a5c8ec',
      '#78ade2',
      '#4f94d8',
      '#3280cc',
      '#2b6fb3',
      '#0f5aa8',
      '#0b4785',
      '#083563',
    ],
  },
});

/** The theme with the one word that kit parts need in the clerk's language: the name of closing buttons. */
export function themeFor(close: string): MantineThemeOverride {
  return {
    ...theme,
    components: {
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
      ModalCloseButton: { defaultProps: { 'aria-label': close } },
    },
  };
}

/** Kit variables that must follow our tokens in both schemes (the dark primary button is #2B6FB3: ux.md §5). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--c-surface)',
    '--mantine-color-text': 'var(--c-text)',
    '--mantine-color-dimmed': 'var(--c-muted)',
    '--mantine-color-error': 'var(--c-bad)',
    '--mantine-color-placeholder': 'var(--c-faint)',
    '--mantine-color-default-border': 'var(--c-line-strong)',
    '--mantine-color-gov-filled': 'var(--c-button)',
    '--mantine-color-gov-filled-hover': 'var(--c-button-hover)',
    '--mantine-primary-color-filled': 'var(--c-button)',
    '--mantine-primary-color-filled-hover': 'var(--c-button-hover)',
  },
  light: {},
  dark: {},
});
