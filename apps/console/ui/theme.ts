import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eaf6f4',
  '#d5ebe7',
  '#a9d6cf',
  '#79c0b6',
  '#50ab9f',
  '#2f9587',
  '#1c8073',
  '#14695f',
  '#12544d',
  '#0f413c',
];
const saddle: MantineColorsTuple = [
  '#fff6e6',
  '#fdebcb',
  '#f9d598',
  '#f2bd62',
  '#e9a94b',
  '#d68f28',
  '#b47418',
  '#8f5b12',
  '#6d450f',
  '#4e310b',
];
const gray: MantineColorsTuple = [
  '#f9f8f6',
  '#f2f0ed',
  '#e6e3de',
  '#d8d4cd',
  '#c4bfb6',
  '#9c968c',
  '#79746b',
  '#57534c',
  '#38352f',
  '#22201c',
];
const dark: MantineColorsTuple = [
  '#e4e6e4',
  '#c2c7c5',
  '#a3aaa8',
  '#6a7471',
  '#36403e',
  '#313a38',
  '#283230',
  '#1d2423',
  '#161c1b',
  '#101514',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  colors: { pine, saddle, gray, dark },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: 'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, fz: 'xs' } },
    // The placeholder is a child that a menu must not have.
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-start', withInitialFocusPlaceholder: false } },
    // In a dialog a header is a banner beside the page's own, and a page has one.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Modal: { defaultProps: { centered: true, radius: 'lg', transitionProps: { duration: 120 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Button: { defaultProps: { size: 'sm' } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
});

/** The library's default greys miss WCAG AA on our surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': 'var(--mantine-color-gray-9)',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b1ae',
    '--mantine-color-placeholder': '#98a19e',
    '--mantine-color-body': '#161c1b',
    '--mantine-color-text': '#e4e6e4',
    '--mantine-color-pine-light': '#17302d',
    '--mantine-color-pine-light-hover': '#1e3f3b',
    '--mantine-color-pine-light-color': '#7fd3c6',
    '--mantine-color-error': '#ff8f80',
  },
});
