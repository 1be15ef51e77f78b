import localFont from 'next/font/local'

/*
 * next/font/local takes no unicode-range a file, so each subset is a family of its own, declared with the range that
 * @fontsource-variable states for it; app/globals.css joins them. Only the Latin files are preloaded. The calls must be
 * literals: Next reads them at build time.
 */
const interLatin = localFont({
  variable: '--font-inter-latin',
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  adjustFontFallback: 'Arial',
  preload: true,
  display: 'swap',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

const interLatinExt = localFont({
  variable: '--font-inter-latin-ext',
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  weight: '100 900',
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

const interCyrillic = localFont({
  variable: '--font-inter-cyrillic',
  src: '../node_modules/@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2',
  weight: '100 900',
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
  declarations: [{ prop: 'unicode-range', value: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' }],
})

const interCyrillicExt = localFont({
  variable: '--font-inter-cyrillic-ext',
  src: '../node_modules/@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2',
  weight: '100 900',
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
  declarations: [
    { prop: 'unicode-range', value: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F' },
  ],
})

const interGreek = localFont({
  variable: '--font-inter-greek',
  src: '../node_modules/@fontsource-variable/inter/files/inter-greek-wght-normal.woff2',
  weight: '100 900',
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
  declarations: [
    { prop: 'unicode-range', value: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF' },
  ],
})

const serifLatin = localFont({
  variable: '--font-serif-latin',
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
      weight: '200 900',
      style: 'italic',
    },
  ],
  adjustFontFallback: 'Times New Roman',
  preload: false,
  display: 'swap',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

const serifLatinExt = localFont({
  variable: '--font-serif-latin-ext',
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-italic.woff2',
      weight: '200 900',
      style: 'italic',
    },
  ],
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

const serifCyrillic = localFont({
  variable: '--font-serif-cyrillic',
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-italic.woff2',
      weight: '200 900',
      style: 'italic',
    },
  ],
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
  declarations: [{ prop: 'unicode-range', value: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' }],
})

const serifCyrillicExt = localFont({
  variable: '--font-serif-cyrillic-ext',
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-ext-wght-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-ext-wght-italic.woff2',
      weight: '200 900',
      style: 'italic',
    },
  ],
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
  declarations: [
    { prop: 'unicode-range', value: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F' },
  ],
})

const serifGreek = localFont({
  variable: '--font-serif-greek',
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-greek-wght-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-greek-wght-italic.woff2',
      weight: '200 900',
      style: 'italic',
    },
  ],
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
  declarations: [
    { prop: 'unicode-range', value: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF' },
  ],
})

/** Class names that define the font variables on <html>. */
export const fontClasses = [
  interLatin.variable,
  interLatinExt.variable,
  interCyrillic.variable,
  interCyrillicExt.variable,
  interGreek.variable,
  serifLatin.variable,
  serifLatinExt.variable,
  serifCyrillic.variable,
  serifCyrillicExt.variable,
  serifGreek.variable,
].join(' ')
