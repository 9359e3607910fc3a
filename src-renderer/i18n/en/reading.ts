/** Read: how the text in the panes is set. */
export const reading = {
  title: 'Text in the panes',
  button: 'How the text is set',
  size: 'Size',
  larger: 'Larger',
  smaller: 'Smaller',
  pixels: '{{size}} px',
  width: 'Longest line',
  widths: { narrow: 'Short', medium: 'Medium', wide: 'Long', full: 'Pane' },
  font: 'Letters',
  fonts: { serif: 'Serif', sans: 'Sans' },
  leading: 'Line spacing',
  leadings: { tight: 'Tight', normal: 'Normal', loose: 'Loose' },
  reset: 'As usual',
  hint: 'For all panes of this library.',
} as const
